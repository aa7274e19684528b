// SPDX-License-Identifier: GPL-2.0-or-later
// The words by which an article says that somebody speaks, by language: verbs, pronouns, and what
// stands around a speaker. Tables; pile/speakers.h reads sentences by them.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// What a word does in a sentence that tells who speaks.
enum class SpeechRole : std::uint8_t {
    none,
    noun,          ///< family, ally: no adverb
    verb,          ///< said: its subject may stand behind it
    hearer_verb,   ///< told: what stands behind it is who listens
    weak_verb,     ///< called, believes: tells of a speaker only in front of a quotation
    quote_verb,    ///< German "so": a verb only behind a quotation
    echo,          ///< quoted, the slogan: the words are another's, or nobody's
    work,          ///< book, author (of): has a title
    source,        ///< according (to): the speaker stands behind it
    pronoun,       ///< they
    third_person,  ///< he, she: a pronoun of one person
    article,       ///< the, a, his: a noun follows
    determiner,    ///< many, one
    helper,        ///< had, also: between a speaker and the verb
    who,           ///< begins a clause about the noun before it
    relative,      ///< who, that: begins a clause
    joiner,        ///< and, but
    preposition,   ///< of, in: ends the noun before it
    particle,      ///< von, bin: within a name
    title,         ///< Sen., Mr.: before a name, not of it
    office,        ///< Secretary of State, chief of staff: the last word of a title
    organisation,  ///< Party, Court: capital, no person's name
    day,           ///< Monday, January: no speaker
    opening,       ///< a word with which sentences begin, capital or not: no name
};

class SpeechWords;

/// The words of a language, a code like "en"; null where none are known.
const SpeechWords* speech_words(std::string_view language);

/// The role of a word, folded as analysis.h does.
SpeechRole speech_role(const SpeechWords& words, std::string_view form);

/// True if a said-verb of any language stands in the text.
bool tells_of_speech(std::string_view text);

}  // namespace dateline
