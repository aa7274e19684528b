// SPDX-License-Identifier: GPL-2.0-or-later
#include "brute_force.h"

#include <algorithm>

#include "common/analysis.h"
#include "common/code_points.h"
#include "common/fields.h"
#include "common/folding.h"
#include "common/sentences.h"
#include "common/stemmer.h"

namespace dateline {
namespace {

// Words of names, and of titles and summaries beyond their room, have no position in the index.
constexpr long no_room = 1'000'000'000;

long block_of(const std::vector<std::uint32_t>& starts, std::uint32_t offset) {
    return std::ranges::count_if(starts, [&](std::uint32_t start) { return start <= offset; });
}

/// Matchers whose top-level children are lit each for itself.
void split(const Matcher& matcher, std::vector<const Matcher*>& units) {
    if (matcher.kind != MatcherKind::all)
        units.push_back(&matcher);
    else
        for (const Matcher& child : matcher.children) split(child, units);
}

std::vector<Span> joined(std::vector<Span> spans) {
    std::ranges::sort(spans, {}, &Span::begin);
    std::vector<Span> result;
    for (const Span span : spans) {
        if (!result.empty() && span.begin <= result.back().end)
            result.back().end = std::max(result.back().end, span.end);
        else
            result.push_back(span);
    }
    return result;
}

}  // namespace

BruteForce::BruteForce(const Article& article) : article_(article) {
    add(Text::title, article.title, title_position, summary_position, 0);
    add(Text::summary, article.summary, summary_position, body_position, 0);
    add(Text::body, article.body, body_position, no_room, 0);
    add(Text::outlet, article.outlet, 2 * no_room, 2 * no_room, 0);
    authors_ = add_names(Text::authors, article.authors);
    add_names(Text::outlet_names, article.outlet_names);
    add_names(Text::section, {article.section});
    add_names(Text::tags, article.tags);
}

/// So far apart that no phrase runs from one to the next; gives the names as one text.
std::string BruteForce::add_names(Text text, const std::vector<std::string>& names) {
    constexpr long name_room = 10'000;
    long place = (3 + static_cast<long>(text)) * no_room;
    std::string joined;
    for (const std::string& name : names) {
        if (!joined.empty()) joined += ", ";
        add(text, name, place, place, static_cast<std::uint32_t>(joined.size()));
        joined += name;
        place += name_room;
    }
    return joined;
}

void BruteForce::add(Text text, const std::string& value, long place, long end_of_places,
                     std::uint32_t offset) {
    Tokenizer tokenizer;
    Stemmer stemmer(article_.language.empty() ? "en" : article_.language);
    const bool has_blocks = text == Text::body;
    const auto sentences = has_blocks ? sentence_starts(value) : std::vector<std::uint32_t>{0};
    const auto paragraphs = has_blocks ? paragraph_starts(value) : std::vector<std::uint32_t>{0};
    for (const Token& token : tokenizer.tokens(value)) {
        Word word{.form = std::string(token.form),
                  .stems = {},
                  .text = text,
                  .bytes = {offset + token.begin, offset + token.end}};
        if (token.kind != TokenKind::character) {
            word.stems.emplace(stemmer.stem(token.form));
            if (!token.accented.empty())
                word.stems.insert(fold_value(stemmer.stem(token.accented)));
        }
        word.place = place + token.position;
        word.placed = word.place < end_of_places;
        if (!word.placed && end_of_places < no_room) word.place += no_room;
        word.sentence = static_cast<long>(text) * no_room + block_of(sentences, token.begin);
        word.paragraph = static_cast<long>(text) * no_room + block_of(paragraphs, token.begin);
        at_place_.emplace(word.place, words_.size());
        words_.push_back(std::move(word));
    }
}

bool BruteForce::fulfils(const Question& question) const {
    const Free free = title_repeats_body(article_) ? Free::but_title : Free::all;
    return std::ranges::all_of(
               question.parts,
               [&](const Part& part) { return answer(part.matcher, free, false).holds; }) &&
           std::ranges::none_of(question.excluded, [&](const Matcher& matcher) {
               return answer(matcher, free, false).holds;
           });
}

std::vector<Span> BruteForce::evidence(const Question& question, Text text) const {
    std::vector<const Matcher*> units;
    for (const Part& part : question.parts) split(part.matcher, units);
    std::vector<Span> spans;
    const auto add_places = [&](const Places& places) {
        for (const Place& place : places)
            for (const auto& [where, bytes] : place.lit)
                if (where == text) spans.push_back({bytes.first, bytes.second});
    };
    for (const Matcher* unit : units) {
        if (!title_repeats_body(article_)) {
            add_places(answer(*unit, Free::all, false).places);
            continue;
        }
        const Answer found = answer(*unit, Free::but_title, false);
        add_places(found.places);
        if (found.holds && text == Text::title)
            add_places(answer(*unit, Free::title, false).places);
    }
    return joined(spans);
}

BruteForce::Answer BruteForce::answer(const Matcher& matcher, Free free, bool inside) const {
    std::vector<Answer> children;
    const auto is_combination = matcher.kind == MatcherKind::all ||
                                matcher.kind == MatcherKind::any ||
                                matcher.kind == MatcherKind::except;
    if (is_combination)
        for (const Matcher& child : matcher.children)
            children.push_back(answer(child, free, inside));
    const auto holds = [](const Answer& each) { return each.holds; };
    const auto with_all_places = [&](bool found) {
        Answer sum{.holds = found, .places = {}};
        if (found)
            for (const Answer& child : children)
                sum.places.insert(child.places.begin(), child.places.end());
        return sum;
    };
    const auto if_any = [](Places places) {
        const bool found = !places.empty();
        return Answer{.holds = found, .places = std::move(places)};
    };
    switch (matcher.kind) {
        case MatcherKind::term:
            return term(matcher, free, inside);
        case MatcherKind::all:
            return with_all_places(std::ranges::all_of(children, holds));
        case MatcherKind::any:
            return with_all_places(std::ranges::any_of(children, holds));
        case MatcherKind::except: {
            if (children.empty() || std::any_of(children.begin() + 1, children.end(), holds))
                return {};
            return children.front();
        }
        case MatcherKind::phrase:
            return if_any(phrase(matcher, free));
        case MatcherKind::near:
        case MatcherKind::before:
        case MatcherKind::same_sentence:
        case MatcherKind::same_paragraph:
            return if_any(pair(matcher, free));
        case MatcherKind::not_near:
        case MatcherKind::at_least:
        case MatcherKind::first_words:
        case MatcherKind::lead:
        case MatcherKind::headline_lead:
        case MatcherKind::capitals:
        case MatcherKind::accents:
            return if_any(selected(matcher, free, inside));
        case MatcherKind::range:
            return {.holds = in_range(matcher), .places = {}};
        case MatcherKind::stated:
            return {.holds = !field(matcher.text).get(article_).empty(), .places = {}};
        case MatcherKind::nothing:
            return {};
        case MatcherKind::everything:
            return {.holds = true, .places = {}};
    }
    return {};
}

BruteForce::Answer BruteForce::term(const Matcher& matcher, Free free, bool inside) const {
    if (matcher.form == TermForm::value) return value(matcher);
    Answer found;
    for (const Word& word : words_) {
        const bool fits = matcher.form == TermForm::stem ? word.stems.contains(matcher.text)
                                                         : word.form == matcher.text;
        if (!fits) continue;
        if (matcher.field.empty()) {
            if (word.text > Text::authors) continue;  // found by their fields alone
            if (inside && !word.placed) continue;
            if (free == Free::title && word.text != Text::title) continue;
            if (free == Free::but_title && word.text == Text::title) continue;
        } else {
            if (matcher.field == "title" && word.text != Text::title) continue;
            if (matcher.field == "author" && word.text != Text::authors) continue;
            if (matcher.field == "section" && word.text != Text::section) continue;
            if (matcher.field == "tag" && word.text != Text::tags) continue;
            if (matcher.field == "outlet" && word.text != Text::outlet &&
                word.text != Text::outlet_names)
                continue;
        }
        found.places.insert(
            {word.place, word.place, {{word.text, {word.bytes.begin, word.bytes.end}}}});
    }
    found.holds = !found.places.empty();
    return found;
}

BruteForce::Answer BruteForce::value(const Matcher& matcher) const {
    const Field& row = field(matcher.field);
    Answer found;
    std::uint32_t begin = 0;
    for (const std::string& each : row.get(article_)) {
        const auto end = begin + static_cast<std::uint32_t>(each.size());
        if (fold_value(each) == matcher.text) {
            found.holds = true;
            const bool lit = row.name == "outlet" || row.name == "author" || row.name == "title";
            const Text text = row.name == "outlet"   ? Text::outlet
                              : row.name == "author" ? Text::authors
                                                     : Text::title;
            if (lit) found.places.insert({-1, -1, {{text, {begin, end}}}});
        }
        begin = end + 2;
    }
    return found;
}

/// Every row of children's places that follow one another.
BruteForce::Places BruteForce::phrase(const Matcher& matcher, Free free) const {
    Places rows;
    for (std::size_t i = 0; i < matcher.children.size(); ++i) {
        const Places next = answer(matcher.children[i], free, true).places;
        if (i == 0) {
            rows = next;
            continue;
        }
        Places longer;
        for (const Place& row : rows)
            for (const Place& place : next) {
                if (place.first != row.last + 1) continue;
                const auto [text, begin] = *row.lit.begin();
                const auto end =
                    std::max(row.lit.rbegin()->second.second, place.lit.rbegin()->second.second);
                longer.insert({row.first, place.last, {{text, {begin.first, end}}}});
            }
        rows = longer;
    }
    return rows;
}

BruteForce::Places BruteForce::pair(const Matcher& matcher, Free free) const {
    Places found;
    const Places firsts = answer(matcher.children[0], free, true).places;
    const Places seconds = answer(matcher.children[1], free, true).places;
    for (const Place& a : firsts)
        for (const Place& b : seconds) {
            const bool in_order = a.last < b.first;
            const bool turned = b.last < a.first && matcher.kind != MatcherKind::before;
            if (!in_order && !turned) continue;
            const Place& left = in_order ? a : b;
            const Place& right = in_order ? b : a;
            if (!is_pair(matcher, left, right)) continue;
            Place both{left.first, right.last, left.lit};
            both.lit.insert(right.lit.begin(), right.lit.end());
            found.insert(both);
        }
    return found;
}

bool BruteForce::is_pair(const Matcher& matcher, const Place& left, const Place& right) const {
    if (matcher.kind == MatcherKind::same_sentence)
        return in_one_block(left, right, &Word::sentence);
    if (matcher.kind == MatcherKind::same_paragraph)
        return in_one_block(left, right, &Word::paragraph);
    return right.first - left.last <= static_cast<long>(matcher.number);
}

bool BruteForce::in_one_block(const Place& left, const Place& right, long Word::*block) const {
    const long first = word_at(left.first).*block;
    return word_at(left.last).*block == first && word_at(right.first).*block == first &&
           word_at(right.last).*block == first;
}

/// Places of the first child that the operator lets through.
BruteForce::Places BruteForce::selected(const Matcher& matcher, Free free, bool inside) const {
    const bool of_places = matcher.kind != MatcherKind::accents || inside;
    const Places places = answer(matcher.children[0], free, of_places).places;
    Places kept;
    if (matcher.kind == MatcherKind::at_least) {
        std::set<long> begins;
        for (const Place& place : places) begins.insert(place.first);
        return begins.size() >= matcher.number ? places : kept;
    }
    if (matcher.kind == MatcherKind::not_near) {
        const Places others = answer(matcher.children[1], free, true).places;
        const auto number = static_cast<long>(matcher.number);
        for (const Place& place : places)
            if (std::ranges::none_of(others, [&](const Place& other) {
                    return other.first <= place.last + number && other.last + number >= place.first;
                }))
                kept.insert(place);
        return kept;
    }
    for (const Place& place : places)
        if (is_selected(matcher, place)) kept.insert(place);
    return kept;
}

bool BruteForce::is_selected(const Matcher& matcher, const Place& place) const {
    const Word& first = word_at(place.first);
    const Word& last = word_at(place.last);
    const bool in_body = first.text == Text::body && last.text == Text::body;
    if (matcher.kind == MatcherKind::first_words)
        return in_body && last.place < body_position + static_cast<long>(matcher.number);
    if (matcher.kind == MatcherKind::capitals) return in_capitals(place);
    if (matcher.kind == MatcherKind::accents) return has_accents(matcher, place);
    // Paragraphs without words do not count.
    std::set<long> before;
    for (const Word& word : words_)
        if (word.text == Text::body && word.paragraph <= last.paragraph)
            before.insert(word.paragraph);
    const bool in_lead = in_body && before.size() <= 2;
    if (matcher.kind == MatcherKind::lead) return in_lead;
    return in_lead || last.text == Text::title;
}

bool BruteForce::in_capitals(const Place& place) const {
    for (const auto& [text, bytes] : place.lit) {
        const std::string lit = text_of(text).substr(bytes.first, bytes.second - bytes.first);
        for (std::size_t at = 0; at < lit.size();) {
            const Character c = character_at(lit, at);
            if (c.kind == CharClass::letter && lit.substr(at, c.length) == c.accented) return false;
            at += c.length;
        }
    }
    return true;
}

/// Word for word, as the analysis has them.
bool BruteForce::has_accents(const Matcher& matcher, const Place& place) const {
    std::string letters;
    for (const auto& [text, bytes] : place.lit) {
        Tokenizer tokenizer;
        const std::string lit = text_of(text).substr(bytes.first, bytes.second - bytes.first);
        for (const Token& token : tokenizer.tokens(lit))
            if (token.kind != TokenKind::joined && token.kind != TokenKind::bigram)
                letters += token.accented.empty() ? token.form : token.accented;
    }
    return composed(letters) == matcher.text;
}

bool BruteForce::in_range(const Matcher& matcher) const {
    if (matcher.field == "length")
        return article_.words >= matcher.low && article_.words <= matcher.high;
    if (!article_.published) return false;
    const DateRange days = days_of(*article_.published);
    return (!matcher.days.first || *days.last >= *matcher.days.first) &&
           (!matcher.days.last || *days.first <= *matcher.days.last);
}

const BruteForce::Word& BruteForce::word_at(long place) const {
    return words_[at_place_.at(place)];
}

std::string BruteForce::text_of(Text text) const {
    switch (text) {
        case Text::title:
            return article_.title;
        case Text::summary:
            return article_.summary;
        case Text::body:
            return article_.body;
        case Text::outlet:
            return article_.outlet;
        case Text::authors:
            return authors_;
        case Text::outlet_names:
        case Text::section:
        case Text::tags:
            break;
    }
    return "";
}

}  // namespace dateline
