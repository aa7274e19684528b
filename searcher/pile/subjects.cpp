// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/subjects.h"

#include "common/ascii.h"

namespace dateline {
namespace {

using Words = std::span<const SpeechWord>;
using Range = WordRange;
using Role = SpeechRole;

bool is_lead_in(const SpeechWord& word) {
    return word.role == Role::preposition || is_relative(word) || word.role == Role::opening ||
           word.role == Role::source || word.role == Role::day || word.participle ||
           is_said_verb(word);
}

/// Words that go before a subject: "but", "as", "that".
Range without_openers(Words words, Range range) {
    while (!range.empty() &&
           (words[range.begin].role == Role::joiner || is_relative(words[range.begin]) ||
            words[range.begin].role == Role::opening ||
            words[range.begin].role == Role::quote_verb ||
            words[range.begin].role == Role::helper || words[range.begin].role == Role::day ||
            words[range.begin].adverb))
        ++range.begin;
    return range;
}

/// The part of [begin, end) behind its last comma.
std::size_t chunk_begin(Words words, std::size_t begin, std::size_t end) {
    for (std::size_t i = end; i-- > begin + 1;)
        if (words[i].before != Break::none) return i;
    return begin;
}

/// Of "documents the candidate" the last: a clause begins there without a word for it.
std::size_t begin_of_last_noun(Words words, Range range) {
    for (std::size_t i = range.end; i-- > range.begin + 1;) {
        const SpeechWord& last = words[i - 1];
        const bool begins = words[i].role == Role::article || words[i].role == Role::pronoun;
        if (begins && last.role == Role::none && !last.capital && !last.possessive) return i;
    }
    return range.begin;
}

/// A noun that ends at range.end, of a clause without commas.
std::optional<Mention> noun_in(std::string_view body, Words words, Range range) {
    range = without_openers(words, range);
    if (range.empty()) return std::nullopt;
    if (words[range.end - 1].role == Role::pronoun) return pronoun_at(body, words, range.end - 1);
    // "an official who gave no name": the noun before the clause.
    for (std::size_t i = range.end; i-- > range.begin + 1;)
        if (words[i].role == Role::who) range.end = i;
    for (std::size_t i = range.end; i-- > range.begin;) {
        const bool between = i > range.begin && i + 1 < range.end;
        const bool two_names = between && words[i - 1].capital && words[i + 1].capital;
        if (is_relative(words[i]) || is_said_verb(words[i]) ||
            (words[i].role == Role::joiner && !two_names)) {
            if (words[i].capital && words[i].role != Role::joiner) continue;
            const Range rest = without_openers(words, {i + 1, range.end});
            if (rest.empty()) break;
            range = rest;
            break;
        }
    }
    if (words[range.end - 1].role == Role::article) return std::nullopt;
    range.begin = begin_of_last_noun(words, range);
    if (range.end - range.begin > most_mention_words) range.begin = range.end - most_mention_words;
    if (words[range.begin].role == Role::preposition) {
        // "In Berlin said": where, not who.
        if (name_from(words, range.begin + 1, range.end).end == range.end) return std::nullopt;
        Mention mention = mention_of(body, words, range, range);
        return mention.proper ? std::optional(mention) : std::nullopt;
    }
    return mention_of(body, words, range);
}

/// "As X, a lawyer, said"
bool is_as(std::string_view body, const SpeechWord& word) {
    return ascii::equal_ignoring_case(
        body.substr(word.place.begin, word.place.end - word.place.begin), "as");
}

/// The subject of "X, a lawyer of Y, said", whose verb stands behind a comma at `end`.
std::optional<Mention> before_apposition(std::string_view body, Words words, std::size_t end) {
    for (std::size_t begin = 0; begin < end;) {
        std::size_t chunk_end = begin + 1;
        while (chunk_end < end && words[chunk_end].before == Break::none) ++chunk_end;
        const Range chunk = without_openers(words, {begin, chunk_end});
        const bool lead = (is_lead_in(words[begin]) && !is_as(body, words[begin])) ||
                          chunk.empty() || is_lead_in(words[chunk.begin]);
        if (!lead || chunk_end == end) {
            if (lead) return std::nullopt;
            return with_apposition(body, words, noun_in(body, words, {begin, chunk_end}), chunk_end,
                                   end);
        }
        begin = chunk_end;
    }
    return std::nullopt;
}

/// Whether a noun may go on: "The President | knocked".
bool may_follow(const SpeechWord& last, const SpeechWord& word) {
    if (word.role != Role::none && word.role != Role::title && word.role != Role::organisation)
        return false;
    if (word.participle && !word.capital) return false;
    return word.capital || !last.capital || last.role == Role::article ||
           last.role == Role::determiner;
}

/// Not the subject of a sentence where another's clause lies between: "Smith read a report that
/// Jones left and said".
std::optional<Mention> if_the_only(Words words, std::optional<Mention> subject, std::size_t end) {
    if (!subject) return subject;
    for (std::size_t i = 1; i < end; ++i)
        if (words[i].role == Role::relative && words[i].place.begin >= subject->place.end &&
            !is_said_verb(words[i - 1]))
            return std::nullopt;
    return subject;
}

/// "Fox | host Ed Schultz"
Range with_post(Words words, Range name, std::size_t end) {
    if (name.end + 1 >= end || words[name.end].role != Role::title) return name;
    if (words[name.end].before != Break::none) return name;
    const Range behind = name_from(words, name.end + 1, end);
    return behind.empty() || words[behind.begin].before != Break::none
               ? name
               : Range{name.begin, behind.end};
}

}  // namespace

std::optional<Mention> subject_before(std::string_view body, std::span<const SpeechWord> words,
                                      std::size_t verb) {
    std::size_t end = verb;
    while (end > 0 &&
           (words[end - 1].role == Role::helper || words[end - 1].role == Role::day ||
            words[end - 1].adverb) &&
           words[end].before != Break::comma)
        --end;
    if (end == 0) return std::nullopt;
    const SpeechWord& last = words[end - 1];
    const bool to_say = last.role == Role::preposition;
    if (words[verb].participle || to_say) {
        auto subject = first_subject(body, words.first(end));
        return words[verb].participle && to_say ? if_the_only(words, subject, end) : subject;
    }
    if (is_relative(last) && end > 1) {  // "Smith, who said"
        const std::size_t noun_end = end - 1;
        return noun_in(body, words, {chunk_begin(words, 0, noun_end), noun_end});
    }
    if (last.role == Role::joiner)
        return if_the_only(words, first_subject(body, words.first(end - 1)), end);
    if (words[end].before == Break::comma || words[end].before == Break::dash)
        return before_apposition(body, words, end);
    return noun_in(body, words, {chunk_begin(words, 0, end), end});
}

std::optional<Mention> first_subject(std::string_view body, std::span<const SpeechWord> words) {
    constexpr std::size_t most_noun_words = 3;
    for (std::size_t begin = 0; begin < words.size();) {
        std::size_t end = begin + 1;
        while (end < words.size() && words[end].before == Break::none) ++end;
        const Range chunk = without_openers(words, {begin, end});
        const bool place = begin == 0 && end < words.size() && words[end].before == Break::dash;
        const bool time = chunk.end > chunk.begin + 1 && words[chunk.begin + 1].role == Role::day &&
                          (words[chunk.begin].role == Role::article ||
                           words[chunk.begin].role == Role::determiner);
        const bool lead =
            (is_lead_in(words[begin]) && words[begin].role != Role::verb) || place || time;
        if (!chunk.empty() && !lead && !is_lead_in(words[chunk.begin])) {
            if (words[chunk.begin].role == Role::pronoun)
                return pronoun_at(body, words, chunk.begin);
            Range noun = name_from(words, chunk.begin, chunk.end);
            if (!noun.empty()) {
                noun = with_post(words, noun, chunk.end);
                return mention_of(body, words, noun, noun);
            }
            if (words[chunk.begin].role != Role::determiner &&
                words[chunk.begin].role != Role::article)
                return std::nullopt;
            while (noun.end < chunk.end && noun.end - noun.begin < most_noun_words &&
                   (noun.end == noun.begin || may_follow(words[noun.end - 1], words[noun.end])))
                ++noun.end;
            const bool absolute = noun.end < chunk.end && words[noun.end].participle;
            if (!absolute) return mention_of(body, words, noun, noun);  // "her voice breaking"
        }
        begin = end;
    }
    return std::nullopt;
}

}  // namespace dateline
