// SPDX-License-Identifier: GPL-2.0-or-later
// The best articles of a question of plain words, without Xapian's matcher (match/max_score.h).
#pragma once

#include <cstdint>
#include <optional>

#include "searcher/match/search_plan.h"
#include "searcher/ranking/best_found.h"

namespace dateline {

/// The best `number` of the articles with all of the question, or also of those with some of its
/// words, fewer only if there are no more, and all that are equal to the last of these; the matches
/// are counted to the bound. Nothing if the plan asks for more than words, days collected
/// beforehand and filters that terms decide.
std::optional<BestFound> best_with_words(const SearchPlan& plan, bool some_words,
                                         std::uint64_t number, std::uint64_t bound);

}  // namespace dateline
