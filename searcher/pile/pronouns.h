// SPDX-License-Identifier: GPL-2.0-or-later
// Whom "he" or "she" means, as far as that can be told without understanding: a guess, right in
// about three of four cases, that is never shown as a fact. A part of speakers.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/pile/speech_words.h"

namespace dateline {

/// The person of the nearest sentence that names one: who speaks in it, or its first name. Nobody
/// if these are two.
/// Sentences are looked at from the end of `here`, the words before the quotation in its paragraph,
/// then those of the paragraphs before, the nearest first; a few only. Empty if none names one.
std::string whom_pronoun_means(std::string_view body, std::string_view pronoun,
                               std::span<const SpeechWord> here,
                               std::span<const SpeechParagraph* const> before);

}  // namespace dateline
