// SPDX-License-Identifier: GPL-2.0-or-later
// Stage 3 of the ranking: where no headline says what was asked, the best hits lend the others
// their words, and articles that are alike lend each other their scores. Nothing is looked for
// anew: the same articles are put in order again, all but the best two.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/ranking/rerank.h"

namespace dateline {

/// So many of the best keep their places.
inline constexpr std::size_t pinned_hits = 2;

/// Puts the first rerank_depth of `hits` (best first) in order again, the pinned ones aside, which
/// keep their scores too: behind them scores may be greater than theirs.
void add_feedback(const Archives& archives, const QueryShape& query, std::vector<Ranked>& hits);

}  // namespace dateline
