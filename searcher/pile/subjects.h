// SPDX-License-Identifier: GPL-2.0-or-later
// The subject of a said-verb, by the words before it. A part of speakers.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "searcher/pile/mentions.h"
#include "searcher/pile/speech_words.h"

namespace dateline {

/// The subject of the verb words[verb], which stands behind words[0, verb) of its sentence. Nothing
/// if those words name none.
std::optional<Mention> subject_before(std::string_view body, std::span<const SpeechWord> words,
                                      std::size_t verb);

/// The first of the sentence's words that may be its subject.
std::optional<Mention> first_subject(std::string_view body, std::span<const SpeechWord> words);

}  // namespace dateline
