// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/brute_force.h"

#include <algorithm>

#include "common/analysis.h"
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

/// AND, OR and NOT: those of its children's places that count.
BruteForce::Answer BruteForce::combination(const Matcher& matcher, Free free, bool inside) const {
    std::vector<Answer> children;
    for (const Matcher& child : matcher.children) children.push_back(answer(child, free, inside));
    const auto holds = [](const Answer& each) { return each.holds; };
    if (matcher.kind == MatcherKind::except) {
        if (children.empty() || std::any_of(children.begin() + 1, children.end(), holds)) return {};
        return children.front();
    }
    Answer sum{.holds = matcher.kind == MatcherKind::all ? std::ranges::all_of(children, holds)
                                                         : std::ranges::any_of(children, holds),
               .places = {}};
    if (sum.holds)
        for (const Answer& child : children)
            sum.places.insert(child.places.begin(), child.places.end());
    return sum;
}

BruteForce::Answer BruteForce::answer(const Matcher& matcher, Free free, bool inside) const {
    const auto if_any = [](Places places) {
        const bool found = !places.empty();
        return Answer{.holds = found, .places = std::move(places)};
    };
    switch (matcher.kind) {
        case MatcherKind::term:
            return term(matcher, free, inside);
        case MatcherKind::all:
        case MatcherKind::any:
        case MatcherKind::except:
            return combination(matcher, free, inside);
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
        case MatcherKind::everything:
            return {.holds = matcher.kind == MatcherKind::everything, .places = {}};
    }
    return {};
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
