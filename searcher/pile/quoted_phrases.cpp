// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/quoted_phrases.h"

#include <algorithm>

#include "searcher/pile/mentions.h"

namespace dateline {
namespace {

using Role = SpeechRole;
using Words = std::span<const SpeechWord>;

constexpr std::uint32_t fewest_spoken_words = 6;  ///< fewer need a verb at the mark

bool tells_speaker(const SpeechWord& word) {
    return is_said_verb(word) || word.role == Role::weak_verb || word.role == Role::source ||
           word.role == Role::quote_verb;
}

bool is_plain(const SpeechWord& word) {
    return word.role == Role::none || word.role == Role::title || word.role == Role::organisation;
}

/// Whether the possessive words[at] ends what somebody says to another: "Smith wrote in a note to
/// Fox's lawyers".
bool is_spoken_to(Words words, std::size_t at) {
    const std::size_t possessive = at;
    while (at-- > 0) {
        const Role role = words[at].role;
        if (role == Role::hearer_verb) return true;
        if (role == Role::verb) return at + 1 < possessive;
        if (role == Role::weak_verb || role == Role::joiner || is_relative(words[at])) return false;
    }
    return false;
}

/// the president's “…”, the president's repeated claim that “…”
bool is_owned(Words before) {
    constexpr std::size_t most_nouns = 2;
    std::size_t at = before.size() - 1;
    if (before[at].possessive && is_plain(before[at])) return true;
    if (!is_relative(before[at]) && before[at].role != Role::preposition) return false;
    for (std::size_t seen = 0; seen < most_nouns && at-- > 1; ++seen) {
        if (before[at].before != Break::none) return false;
        const SpeechWord& owner = before[at - 1];
        if (owner.possessive && is_plain(owner)) return !is_spoken_to(before, at - 1);
    }
    return false;
}

/// "Smith wrote that the president's “…”": what is owned begins the clause that Smith says.
bool begins_said_clause(Words before) {
    constexpr std::size_t longest_owner = 4;
    if (!before.back().possessive) return false;
    std::size_t at = before.size() - 1;
    for (std::size_t seen = 0; at > 0 && seen < longest_owner; ++seen) {
        const SpeechWord& word = before[--at];
        if (is_relative(word)) return std::ranges::any_of(before.first(at), is_said_verb);
        const bool of_owner =
            is_plain(word) || word.role == Role::article || word.role == Role::determiner;
        if (!of_owner || word.before != Break::none) return false;
    }
    return false;
}

/// the author of “…”
bool is_title(Words before) {
    const bool of = before.size() > 1 && before.back().role == Role::preposition;
    return before[before.size() - (of ? 2 : 1)].role == Role::work;
}

/// the “…” speech
bool is_adjective(const SpeechWord& last, Words after) {
    const bool noun = last.role == Role::article || last.role == Role::determiner;
    if (!noun || after.empty() || after.front().before != Break::none) return false;
    const SpeechWord& next = after.front();
    return is_plain(next) && !next.capital && !next.adverb && !next.participle;
}

/// the slogan “…”, he quoted Smith as having “…”
bool is_anothers(Words before) {
    constexpr std::size_t nearest = 7;
    std::size_t seen = 0;
    for (std::size_t i = before.size(); i-- > 0 && seen++ < nearest;) {
        if (before[i].role == Role::echo && before[i].before == Break::none) return true;
        const bool as_saying = before[i].participle && i > 0 && is_relative(before[i - 1]);
        if (tells_speaker(before[i]) && !as_saying) return false;
    }
    return false;
}

/// Smith called it a “…”
bool has_verb_at_mark(Words before) {
    constexpr std::size_t most_between = 5;
    for (std::size_t i = before.size(), seen = 0; i-- > 0 && seen <= most_between; ++seen) {
        if (is_said_verb(before[i]) || before[i].role == Role::source) return true;
        if (before[i].role == Role::weak_verb) {
            const bool behind = i > 0 && before[i - 1].role == Role::preposition;
            return seen > 0 && !behind;  // "a book called “…”", "for praising “…”"
        }
        if (before[i].before != Break::none || before[i].role == Role::joiner) return false;
    }
    return false;
}

/// “…” by Monday, said Smith
bool has_verb_behind(Words after) {
    bool comma = false;
    for (const SpeechWord& word : after) {
        comma = comma || word.before == Break::comma;
        if (comma && is_said_verb(word)) return true;
    }
    return false;
}

}  // namespace

std::span<const SpeechWord> words_before(const SpeechParagraph& paragraph, std::size_t quotation) {
    const QuotationPlace& place = paragraph.quotations[quotation];
    const std::size_t limit = quotation > 0 ? paragraph.quotations[quotation - 1].words_before : 0;
    std::size_t begin = place.words_before;
    while (begin > limit && paragraph.words[begin - 1].sentence == place.first_sentence) --begin;
    return Words(paragraph.words).subspan(begin, place.words_before - begin);
}

std::span<const SpeechWord> words_after(const SpeechParagraph& paragraph, std::size_t quotation) {
    const QuotationPlace& place = paragraph.quotations[quotation];
    const std::size_t limit = quotation + 1 < paragraph.quotations.size()
                                  ? paragraph.quotations[quotation + 1].words_before
                                  : paragraph.words.size();
    std::size_t end = place.words_before;
    if (end == limit) return {};
    // The blank between two sentences may be forgotten.
    if (place.ends_in_stop && paragraph.words[end].capital) return {};
    std::uint32_t sentence = place.last_sentence;
    // “Why?” Smith said: what looks like a sentence of its own.
    if (place.ends_in_question && words_before(paragraph, quotation).empty())
        sentence = paragraph.words[end].sentence;
    while (end < limit && paragraph.words[end].sentence == sentence) ++end;
    return Words(paragraph.words).subspan(place.words_before, end - place.words_before);
}

bool is_mere_phrase(const SpeechParagraph& paragraph, std::size_t quotation) {
    const QuotationPlace& place = paragraph.quotations[quotation];
    const Words before = words_before(paragraph, quotation);
    const Words after = words_after(paragraph, quotation);
    if (!after.empty() && after.front().role == Role::echo && after.front().before == Break::none)
        return true;  // “…” chants
    if (before.empty()) return false;
    const bool said = place.words >= fewest_spoken_words && begins_said_clause(before);
    if (place.before == Break::none && !said &&
        (is_owned(before) || is_adjective(before.back(), after)))
        return true;
    if ((is_title(before) && place.before != Break::colon) || is_anothers(before)) return true;
    if (place.words >= fewest_spoken_words || place.before != Break::none) return false;
    const bool spoken = place.ends_in_comma || place.after == Break::comma;
    return !(has_verb_at_mark(before) || has_verb_behind(after) ||
             (spoken && std::ranges::any_of(after, is_said_verb)));
}

}  // namespace dateline
