// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/evaluation.h"

#include <algorithm>
#include <utility>

#include "common/code_points.h"
#include "common/folding.h"
#include "searcher/query/accents.h"

namespace dateline {
namespace {

bool overlap(const DateRange& a, const DateRange& b) {
    return (!a.first || !b.last || *a.first <= *b.last) &&
           (!b.first || !a.last || *b.first <= *a.last);
}

bool is_stated(const std::string& name, const Article& article) {
    const Field* row = find_field(name);
    return row != nullptr && !row->get(article).empty();
}

std::size_t block_of(const std::vector<std::uint32_t>& starts, std::uint32_t position) {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts, position) - starts.begin());
}

/// Places whose first and last word are in the same block.
void keep_in_one_block(Occurrences& list, const std::vector<std::uint32_t>& starts) {
    std::erase_if(list, [&](const Occurrence& each) {
        return block_of(starts, each.first) != block_of(starts, each.last);
    });
}

Occurrence name_at(const Field& row, Span span) {
    const std::uint32_t position = first_position(row) + span.begin;
    return {.first = position, .last = position, .begin = span.begin, .end = span.end};
}

std::string_view zone_text(const Article& article, const ArticleWords& words, Zone zone) {
    switch (zone) {
        case Zone::title:
            return article.title;
        case Zone::summary:
            return article.summary;
        case Zone::body:
            return article.body;
        case Zone::outlet:
            return article.outlet;
        case Zone::authors:
            return words.authors;
        case Zone::hidden:
            break;  // not asked for letters
    }
    return {};
}

/// Whether some of `left` has one of `right` behind it that passes the test. The first one behind
/// it is the likeliest to. Both are in order.
template <typename Test>
bool any_pair(const Occurrences& left, const Occurrences& right, const Test& test) {
    return std::ranges::any_of(left, [&](const Occurrence& a) {
        const auto b = std::ranges::upper_bound(right, a.last, {}, &Occurrence::first);
        return b != right.end() && test(a, *b);
    });
}

Outcome found(Occurrences places) {
    const bool holds = !places.empty();
    return {.holds = holds, .places = std::move(places)};
}

Outcome filtered(Occurrences places, const auto& test) {
    std::erase_if(places, [&](const Occurrence& each) { return !test(each); });
    return found(std::move(places));
}

}  // namespace

template <typename Test>
Outcome Evaluation::filter(const Matcher& matcher, const Test& test) {
    return filtered(child(matcher, 0), test);
}

Outcome Evaluation::evaluate(const Matcher& matcher, bool inside) {
    switch (matcher.kind) {
        case MatcherKind::term:
            return term(matcher, inside);
        case MatcherKind::all:
            return all(matcher, inside);
        case MatcherKind::any:
            return any(matcher, inside);
        case MatcherKind::except:
            return except(matcher, inside);
        case MatcherKind::phrase:
            return phrase(matcher);
        case MatcherKind::near:
        case MatcherKind::before:
            return near(matcher);
        case MatcherKind::same_sentence:
            return in_one(matcher, words_.sentences);
        case MatcherKind::same_paragraph:
            return in_one(matcher, words_.paragraphs);
        case MatcherKind::not_near:
            return found(without_near(child(matcher, 0), child(matcher, 1), matcher.number));
        case MatcherKind::at_least:
            return at_least(matcher);
        case MatcherKind::first_words:
            return filter(matcher, [&](const Occurrence& each) {
                return zone_of(each.first) == Zone::body &&
                       each.last - body_position < matcher.number;
            });
        case MatcherKind::lead:
            return filter(matcher, [&](const Occurrence& each) { return in_lead(each); });
        case MatcherKind::headline_lead:
            return filter(matcher, [&](const Occurrence& each) {
                return zone_of(each.last) == Zone::title || in_lead(each);
            });
        case MatcherKind::capitals:
            return filter(matcher, [&](const Occurrence& each) { return in_capitals(each); });
        case MatcherKind::accents:  // of a bare word in names, too
            return filtered(
                evaluate(matcher.children.front(), inside).places,
                [&](const Occurrence& each) { return has_letters(each, matcher.text); });
        case MatcherKind::range:
            return {.holds = in_range(matcher), .places = {}};
        case MatcherKind::stated:
            return {.holds = is_stated(matcher.text, article_), .places = {}};
        case MatcherKind::nothing:
            return {};
        case MatcherKind::everything:
            return {.holds = true, .places = {}};
    }
    return {};
}

bool Evaluation::holds(const Matcher& matcher) {
    const auto child_holds = [&](const Matcher& child) { return holds(child); };
    switch (matcher.kind) {
        case MatcherKind::all:
            return std::ranges::all_of(matcher.children, child_holds);
        case MatcherKind::any:
            return std::ranges::any_of(matcher.children, child_holds);
        case MatcherKind::except:
            return !matcher.children.empty() && holds(matcher.children.front()) &&
                   std::none_of(matcher.children.begin() + 1, matcher.children.end(), child_holds);
        case MatcherKind::near:
        case MatcherKind::before:
        case MatcherKind::same_sentence:
        case MatcherKind::same_paragraph:
            return has_pair(matcher);
        default:
            return evaluate(matcher, false).holds;
    }
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

Outcome Evaluation::term(const Matcher& matcher, bool inside) const {
    if (matcher.form == TermForm::value) return value(matcher);
    const auto word =
        matcher.form == TermForm::stem ? wanted_.stem(matcher.text) : wanted_.exact(matcher.text);
    if (!word) return {};
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

Outcome Evaluation::except(const Matcher& matcher, bool inside) {
    if (matcher.children.empty()) return {};
    for (std::size_t i = 1; i < matcher.children.size(); ++i)
        if (evaluate(matcher.children[i], inside).holds) return {};
    return evaluate(matcher.children.front(), inside);
}

Occurrences Evaluation::child(const Matcher& matcher, std::size_t number) {
    if (number >= matcher.children.size()) return {};
    return evaluate(matcher.children[number], true).places;
}

Outcome Evaluation::phrase(const Matcher& matcher) {
    std::vector<Occurrences> children;
    for (std::size_t i = 0; i < matcher.children.size(); ++i) {
        children.push_back(child(matcher, i));
        if (children.back().empty()) return {};
    }
    return found(phrases(children));
}

Outcome Evaluation::near(const Matcher& matcher) {
    const auto test = [&](const Occurrence& a, const Occurrence& b) {
        return b.first - a.last <= matcher.number;
    };
    const bool ordered = matcher.kind == MatcherKind::before;
    return found(pair_up(child(matcher, 0), child(matcher, 1), ordered, test, pairs_));
}

Outcome Evaluation::in_one(const Matcher& matcher, const std::vector<std::uint32_t>& starts) {
    Occurrences left = child(matcher, 0);
    Occurrences right = child(matcher, 1);
    keep_in_one_block(left, starts);
    keep_in_one_block(right, starts);
    const auto test = [&](const Occurrence& a, const Occurrence& b) {
        return block_of(starts, a.first) == block_of(starts, b.first);
    };
    return found(pair_up(left, right, false, test, pairs_));
}

bool Evaluation::has_pair(const Matcher& matcher) {
    Occurrences left = child(matcher, 0);
    Occurrences right = left.empty() ? Occurrences{} : child(matcher, 1);
    if (matcher.kind == MatcherKind::near || matcher.kind == MatcherKind::before) {
        const auto test = [&](const Occurrence& a, const Occurrence& b) {
            return b.first - a.last <= matcher.number;
        };
        return any_pair(left, right, test) ||
               (matcher.kind == MatcherKind::near && any_pair(right, left, test));
    }
    const auto& starts =
        matcher.kind == MatcherKind::same_sentence ? words_.sentences : words_.paragraphs;
    keep_in_one_block(left, starts);
    keep_in_one_block(right, starts);
    const auto test = [&](const Occurrence& a, const Occurrence& b) {
        return block_of(starts, a.first) == block_of(starts, b.first);
    };
    return any_pair(left, right, test) || any_pair(right, left, test);
}

Outcome Evaluation::at_least(const Matcher& matcher) {
    Occurrences list = child(matcher, 0);
    if (count_places(list) < matcher.number) return {};
    return found(std::move(list));
}

bool Evaluation::in_lead(const Occurrence& place) const {
    return zone_of(place.first) == Zone::body && place.last < words_.lead_end;
}

bool Evaluation::in_capitals(const Occurrence& place) const {
    const std::string_view text = zone_text(article_, words_, zone_of(place.first));
    const std::string_view bytes = text.substr(place.begin, place.end - place.begin);
    for (std::size_t at = 0; at < bytes.size();) {
        const Character c = character_at(bytes, at);
        if (c.kind == CharClass::letter && bytes.substr(at, c.length) == c.accented) return false;
        at += c.length;
    }
    return true;
}

bool Evaluation::has_letters(const Occurrence& place, std::string_view letters) const {
    const std::string_view text = zone_text(article_, words_, zone_of(place.first));
    return with_accents(text.substr(place.begin, place.end - place.begin)) == letters;
}

bool Evaluation::in_range(const Matcher& matcher) const {
    const Field* row = find_field(matcher.field);
    if (row == nullptr) return false;
    if (const auto date = row->date_in(article_)) return overlap(days_of(*date), matcher.days);
    const auto number = row->number_in(article_);
    return number && *number >= matcher.low && *number <= matcher.high;
}

}  // namespace dateline
