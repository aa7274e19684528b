// SPDX-License-Identifier: GPL-2.0-or-later
// What stage 1 of the ranking finds.
#pragma once

#include <vector>

#include "searcher/match/best_scores.h"
#include "searcher/match/match_count.h"

namespace dateline {

struct BestFound {
    std::vector<ScoredArticle> best;  ///< best first, with rounded scores
    MatchCount matches;
};

}  // namespace dateline
