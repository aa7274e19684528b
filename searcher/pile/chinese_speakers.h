// SPDX-License-Identifier: GPL-2.0-or-later
// Who said a quotation in Chinese, which writes no blanks between words: what stands before the
// said-verb, 习近平在会议上强调：“…” or “…”，王毅说. A part of speakers.h.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/pile/quotations.h"
#include "searcher/pile/said_verbs.h"
#include "searcher/pile/speakers.h"

namespace dateline {

/// As speakers() does.
std::vector<std::optional<Speaker>> chinese_speakers(std::string_view body,
                                                     std::span<const Quotation> quotations,
                                                     const SpeechWords& words);

}  // namespace dateline
