// SPDX-License-Identifier: GPL-2.0-or-later
// Who said a quotation, by the words of its sentence. A part of speakers.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "searcher/pile/mentions.h"
#include "searcher/pile/speech_words.h"

namespace dateline {

/// The speaker of one of the paragraph's quotations, as its sentence tells, or as the paragraph
/// before does by its last words: "Caddell continued:". Nothing if neither does.
std::optional<Mention> told_speaker(std::string_view body, const SpeechParagraph& paragraph,
                                    const SpeechParagraph& before, std::size_t quotation);

/// Whether the speaker of the quotation before (> 0) may still speak: not within a sentence of
/// other words, behind one that has no quotation.
bool may_go_on(const SpeechParagraph& paragraph, std::size_t quotation);

/// The subject of the last said-verb of these words, inverted or not.
std::optional<Mention> last_who_said(std::string_view body, std::span<const SpeechWord> words);

}  // namespace dateline
