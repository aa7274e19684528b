// SPDX-License-Identifier: GPL-2.0-or-later
// Where each operator holds.
#include <algorithm>

#include "common/analysis.h"
#include "common/code_points.h"
#include "common/fields.h"
#include "common/folding.h"
#include "tests/unit/brute_force.h"

namespace dateline {

BruteForce::Answer BruteForce::term(const Matcher& matcher, Free free, bool inside) const {
    if (matcher.form == TermForm::value) return value(matcher);
    Answer found;
    const std::string language = article_.language.empty() ? "en" : article_.language;
    const bool is_stem = matcher.languages.empty() ||
                         std::ranges::find(matcher.languages, language) != matcher.languages.end();
    for (const Word& word : words_) {
        const bool fits = matcher.form == TermForm::stem
                              ? is_stem && word.stems.contains(matcher.text)
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

}  // namespace dateline
