// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/evaluation.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/fields.h"
#include "common/folding.h"
#include "searcher/query/letters.h"

namespace dateline {
namespace {

bool overlap(const DateRange& a, const DateRange& b) {
    return (!a.first || !b.last || *a.first <= *b.last) &&
           (!b.first || !a.last || *b.first <= *a.last);
}

Occurrence name_at(const Field& row, Span span) {
    const std::uint32_t position = first_position(row) + span.begin;
    return {.first = position, .last = position, .begin = span.begin, .end = span.end};
}

Outcome found(Occurrences places) {
    const bool holds = !places.empty();
    return {.holds = holds, .places = std::move(places)};
}

/// Without a place in the text.
Outcome decided(bool holds) {
    return {.holds = holds, .places = {}};
}

Outcome filtered(Occurrences places, const auto& test) {
    std::erase_if(places, [&](const Occurrence& each) { return !test(each); });
    return found(std::move(places));
}

}  // namespace

const Evaluation::Rule& Evaluation::rule_of(MatcherKind kind) {
    using Kind = MatcherKind;
    using E = Evaluation;
    static constexpr Rule rules[] = {
        {Kind::term, &E::term, &E::holds_evaluated},
        {Kind::all, &E::all, &E::all_hold},
        {Kind::any, &E::any, &E::any_holds},
        {Kind::except, &E::except, &E::first_alone_holds},
        {Kind::phrase, &E::phrase, &E::holds_evaluated},
        {Kind::near, &E::pairs, &E::pair_holds},
        {Kind::before, &E::pairs, &E::pair_holds},
        {Kind::same_sentence, &E::pairs, &E::pair_holds},
        {Kind::same_paragraph, &E::pairs, &E::pair_holds},
        {Kind::not_near, &E::not_near, &E::holds_evaluated},
        {Kind::at_least, &E::at_least, &E::holds_evaluated},
        {Kind::first_words, &E::first_words, &E::holds_evaluated},
        {Kind::lead, &E::lead, &E::holds_evaluated},
        {Kind::headline_lead, &E::headline_lead, &E::holds_evaluated},
        {Kind::capitals, &E::capitals, &E::holds_evaluated},
        {Kind::accents, &E::accents, &E::holds_evaluated},
        {Kind::range, &E::range, &E::holds_evaluated},
        {Kind::stated, &E::stated, &E::holds_evaluated},
        {Kind::nothing, &E::whatever_it_has, &E::holds_evaluated},
        {Kind::everything, &E::whatever_it_has, &E::holds_evaluated},
    };
    constexpr bool in_order = [] {
        for (std::size_t i = 0; i < std::size(rules); ++i)
            if (rules[i].kind != static_cast<Kind>(i)) return false;
        return std::size(rules) == static_cast<std::size_t>(Kind::everything) + 1;
    }();
    static_assert(in_order, "a rule for each kind of matcher, in their order");
    return rules[static_cast<std::size_t>(kind)];
}

bool Evaluation::holds(const Matcher& matcher) {
    return (this->*rule_of(matcher.kind).holds)(matcher);
}

bool Evaluation::holds_evaluated(const Matcher& matcher) {
    return evaluate(matcher, false).holds;
}

bool Evaluation::is_searched(std::uint32_t position, const Field* row, bool inside) const {
    if (row != nullptr) return stands_in(*row, position);
    const Zone zone = zone_of(position);
    if (zone == Zone::hidden || (inside && position >= unplaced)) return false;
    switch (free_text_) {
        case FreeText::with_title:
            return true;
        case FreeText::without_title:
            return zone != Zone::title;
        case FreeText::title_only:
            return zone == Zone::title;
    }
    return false;
}

Outcome Evaluation::term(const Matcher& matcher, bool inside) {
    if (matcher.form == TermForm::value) return value(matcher);
    const auto word =
        matcher.form == TermForm::stem ? wanted_.stem(matcher.text) : wanted_.exact(matcher.text);
    if (!word || !counts_in(matcher.languages, words_.language)) return {};
    const Field* row = find_field(matcher.field);
    Outcome outcome;
    std::ranges::copy_if(
        words_.of_word[*word], std::back_inserter(outcome.places),
        [&](const Occurrence& each) { return is_searched(each.first, row, inside); });
    put_in_order(outcome.places);
    outcome.holds = !outcome.places.empty();
    return outcome;
}

Outcome Evaluation::value(const Matcher& matcher) const {
    const Field* row = find_field(matcher.field);
    if (row == nullptr) return {};
    Outcome outcome;
    std::uint32_t offset = 0;
    for (const std::string& each : row->get(article_)) {
        const auto end = offset + static_cast<std::uint32_t>(each.size());
        if (fold_value(each) == matcher.text) {
            outcome.holds = true;
            if (has_places(*row)) outcome.places.push_back(name_at(*row, {offset, end}));
        }
        offset = end + static_cast<std::uint32_t>(author_separator.size());
    }
    return outcome;
}

Outcome Evaluation::all(const Matcher& matcher, bool inside) {
    std::vector<Occurrences> lists;
    for (const Matcher& child : matcher.children) {
        Outcome outcome = evaluate(child, inside);
        if (!outcome.holds) return {};
        lists.push_back(std::move(outcome.places));
    }
    return {.holds = true, .places = merge(std::move(lists))};
}

bool Evaluation::all_hold(const Matcher& matcher) {
    return std::ranges::all_of(matcher.children,
                               [&](const Matcher& child) { return holds(child); });
}

Outcome Evaluation::any(const Matcher& matcher, bool inside) {
    bool holds = false;
    std::vector<Occurrences> lists;
    for (const Matcher& child : matcher.children) {
        Outcome outcome = evaluate(child, inside);
        holds |= outcome.holds;
        lists.push_back(std::move(outcome.places));
    }
    return {.holds = holds, .places = merge(std::move(lists))};
}

bool Evaluation::any_holds(const Matcher& matcher) {
    return std::ranges::any_of(matcher.children,
                               [&](const Matcher& child) { return holds(child); });
}

Outcome Evaluation::except(const Matcher& matcher, bool inside) {
    if (matcher.children.empty()) return {};
    for (std::size_t i = 1; i < matcher.children.size(); ++i)
        if (evaluate(matcher.children[i], inside).holds) return {};
    return evaluate(matcher.children.front(), inside);
}

bool Evaluation::first_alone_holds(const Matcher& matcher) {
    return !matcher.children.empty() && holds(matcher.children.front()) &&
           std::none_of(matcher.children.begin() + 1, matcher.children.end(),
                        [&](const Matcher& child) { return holds(child); });
}

Occurrences Evaluation::child(const Matcher& matcher, std::size_t number) {
    if (number >= matcher.children.size()) return {};
    return evaluate(matcher.children[number], true).places;
}

Outcome Evaluation::phrase(const Matcher& matcher, bool /*inside*/) {
    std::vector<Occurrences> children;
    for (std::size_t i = 0; i < matcher.children.size(); ++i) {
        children.push_back(child(matcher, i));
        if (children.back().empty()) return {};
    }
    return found(phrases(children));
}

/// Gives `use` the places of both children, whether their order counts, and what makes a pair.
template <typename Use>
auto Evaluation::with_pairs(const Matcher& matcher, const Use& use) {
    Occurrences left = child(matcher, 0);
    Occurrences right = left.empty() ? Occurrences{} : child(matcher, 1);
    if (matcher.kind == MatcherKind::near || matcher.kind == MatcherKind::before) {
        const auto close = [&](const Occurrence& a, const Occurrence& b) {
            return b.first - a.last <= matcher.number;
        };
        return use(left, right, matcher.kind == MatcherKind::before, close);
    }
    const auto& starts =
        matcher.kind == MatcherKind::same_sentence ? words_.sentences : words_.paragraphs;
    keep_in_one_block(left, starts);
    keep_in_one_block(right, starts);
    const auto in_one = [&](const Occurrence& a, const Occurrence& b) {
        return block_of(starts, a.first) == block_of(starts, b.first);
    };
    return use(left, right, false, in_one);
}

Outcome Evaluation::pairs(const Matcher& matcher, bool /*inside*/) {
    return with_pairs(matcher,
                      [&](const auto& left, const auto& right, bool ordered, const auto& test) {
                          return found(pair_up(left, right, ordered, test, pairs_));
                      });
}

bool Evaluation::pair_holds(const Matcher& matcher) {
    return with_pairs(matcher,
                      [](const auto& left, const auto& right, bool ordered, const auto& test) {
                          return has_pair(left, right, ordered, test);
                      });
}

Outcome Evaluation::not_near(const Matcher& matcher, bool /*inside*/) {
    return found(without_near(child(matcher, 0), child(matcher, 1), matcher.number));
}

Outcome Evaluation::at_least(const Matcher& matcher, bool /*inside*/) {
    Occurrences list = child(matcher, 0);
    if (count_places(list) < matcher.number) return {};
    return found(std::move(list));
}

Outcome Evaluation::first_words(const Matcher& matcher, bool /*inside*/) {
    return filtered(child(matcher, 0), [&](const Occurrence& each) {
        return zone_of(each.first) == Zone::body && each.last - body_position < matcher.number;
    });
}

bool Evaluation::in_lead(const Occurrence& place) const {
    return zone_of(place.first) == Zone::body && place.last < words_.lead_end;
}

Outcome Evaluation::lead(const Matcher& matcher, bool /*inside*/) {
    return filtered(child(matcher, 0), [&](const Occurrence& each) { return in_lead(each); });
}

Outcome Evaluation::headline_lead(const Matcher& matcher, bool /*inside*/) {
    return filtered(child(matcher, 0), [&](const Occurrence& each) {
        return zone_of(each.last) == Zone::title || in_lead(each);
    });
}

/// As the article has it; "" in zones that are not asked for letters.
std::string_view Evaluation::text_at(const Occurrence& place) const {
    std::string_view text;
    const Zone zone = zone_of(place.first);
    if (zone == Zone::title) text = article_.title;
    if (zone == Zone::summary) text = article_.summary;
    if (zone == Zone::body) text = article_.body;
    if (zone == Zone::outlet) text = article_.outlet;
    if (zone == Zone::authors) text = words_.authors;
    return text.empty() ? text : text.substr(place.begin, place.end - place.begin);
}

Outcome Evaluation::capitals(const Matcher& matcher, bool /*inside*/) {
    return filtered(child(matcher, 0),
                    [&](const Occurrence& each) { return has_capitals_only(text_at(each)); });
}

/// Of a bare word in names, too.
Outcome Evaluation::accents(const Matcher& matcher, bool inside) {
    return filtered(evaluate(matcher.children.front(), inside).places, [&](const Occurrence& each) {
        return with_accents(text_at(each)) == matcher.text;
    });
}

Outcome Evaluation::range(const Matcher& matcher, bool /*inside*/) {
    const Field* row = find_field(matcher.field);
    if (row == nullptr) return decided(false);
    if (const auto date = row->date_in(article_))
        return decided(overlap(days_of(*date), matcher.days));
    const auto number = row->number_in(article_);
    return decided(number && *number >= matcher.low && *number <= matcher.high);
}

Outcome Evaluation::stated(const Matcher& matcher, bool /*inside*/) {
    const Field* row = find_field(matcher.text);
    return decided(row != nullptr && !row->get(article_).empty());
}

Outcome Evaluation::whatever_it_has(const Matcher& matcher, bool /*inside*/) {
    return decided(matcher.kind == MatcherKind::everything);
}

}  // namespace dateline
