// SPDX-License-Identifier: GPL-2.0-or-later
// Which quotations nobody of their sentence speaks: a phrase within a clause, another's words that
// are quoted, a chant, a title. A part of speakers.h.
#pragma once

#include <cstddef>
#include <span>

#include "searcher/pile/speech_words.h"

namespace dateline {

/// The words before the quotation, from the one before or the begin of the sentence.
std::span<const SpeechWord> words_before(const SpeechParagraph& paragraph, std::size_t quotation);

/// The words behind the quotation, up to the next one or the end of the sentence.
std::span<const SpeechWord> words_after(const SpeechParagraph& paragraph, std::size_t quotation);

/// Whether the sentence says nothing of who speaks the quotation, whatever verbs it has: "Smith
/// praised the president's “plan to go” speech". In doubt a short one is such a phrase.
bool is_mere_phrase(const SpeechParagraph& paragraph, std::size_t quotation);

}  // namespace dateline
