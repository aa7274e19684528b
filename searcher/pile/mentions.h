// SPDX-License-Identifier: GPL-2.0-or-later
// Who is mentioned in a row of words: what of a noun is the name. A part of speakers.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/pile/speech_words.h"
#include "searcher/query/span.h"

namespace dateline {

struct Mention {
    std::string name;           ///< without titles: "Ted Cruz", "a spokesman for Exxon", "he"
    bool pronoun = false;       ///< name is that word in small letters, but for I
    bool third_person = false;  ///< he, she
    bool proper = false;        ///< name is a name, not "a spokesman"
    bool person = false;        ///< a name that may be a person's, not "the Senate"
    Span place;                 ///< with titles and what describes it
};

/// Words [begin, end) of a row.
struct WordRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin >= end; }
};

inline constexpr std::size_t most_mention_words = 14;

/// Whether the mention may be of somebody who speaks; `words` are those of its place. Not "having",
/// "the", "Smith adopted", "a plan will go".
bool may_speak(std::string_view body, std::span<const SpeechWord> words, const Mention& mention);

bool is_said_verb(const SpeechWord& word);

/// Whether the word may stand in a name.
bool is_name_word(const SpeechWord& word);

/// The longest name that begins at `begin`, empty if none does.
WordRange name_from(std::span<const SpeechWord> words, std::size_t begin, std::size_t end);

/// A noun whose part [head.begin, head.end) has the name, if it has one, at its end.
Mention mention_of(std::string_view body, std::span<const SpeechWord> words, WordRange noun,
                   WordRange head);

/// The mention of a noun with prepositions in it: "a spokesman for Exxon".
Mention mention_of(std::string_view body, std::span<const SpeechWord> words, WordRange noun);

/// The mention of the pronoun words[at].
Mention pronoun_at(std::string_view body, std::span<const SpeechWord> words, std::size_t at);

/// The mention, or the name behind it: "his spokesman" with ", John Smith" from words[next] on.
std::optional<Mention> with_apposition(std::string_view body, std::span<const SpeechWord> words,
                                       std::optional<Mention> mention, std::size_t next,
                                       std::size_t end);

/// Whoever the first words name: behind an inverted verb, or "according to".
std::optional<Mention> mention_at_begin(std::string_view body, std::span<const SpeechWord> words);

}  // namespace dateline
