// SPDX-License-Identifier: GPL-2.0-or-later
// A paragraph as it tells of speech: the words outside its quotations with their roles, and what
// stands between them. A part of speakers.h.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/pile/quotations.h"
#include "searcher/pile/said_verbs.h"
#include "searcher/query/span.h"

namespace dateline {

/// What stands between a word and the one before it.
enum class Break : std::uint8_t { none, comma, colon, dash };

struct SpeechWord {
    Span place;  ///< without a possessive 's
    SpeechRole role = SpeechRole::none;
    Break before = Break::none;
    bool capital = false;
    bool possessive = false;
    bool adverb = false;        ///< English -ly
    bool participle = false;    ///< English -ing
    bool third_person = false;  ///< he, she
    std::uint32_t sentence = 0;
};

/// Whether the word begins a clause: who, that.
inline bool is_relative(const SpeechWord& word) {
    return word.role == SpeechRole::relative || word.role == SpeechRole::who;
}

/// A quotation among those words.
struct QuotationPlace {
    std::size_t words_before = 0;
    std::uint32_t words = 0;           ///< within its marks
    std::uint32_t first_sentence = 0;  ///< where it opens
    std::uint32_t last_sentence = 0;   ///< where it closes
    Break before = Break::none;        ///< between the word before and its opening mark
    Break after = Break::none;         ///< behind its closing mark
    bool ends_in_comma = false;        ///< within the marks
    bool ends_in_question = false;     ///< or exclamation
    bool ends_in_stop = false;         ///< a full stop
};

struct SpeechParagraph {
    std::vector<SpeechWord> words;
    std::vector<QuotationPlace> quotations;
    bool ends_in_colon = false;
};

/// Reads one paragraph, of which these are the quotations. Short remarks in brackets, and party
/// and state, in brackets or not, are left out.
SpeechParagraph speech_paragraph(std::string_view body, Span paragraph,
                                 std::span<const Quotation> quotations, const SpeechWords& words);

}  // namespace dateline
