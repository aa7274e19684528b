// SPDX-License-Identifier: GPL-2.0-or-later
// Why a hit stands where it stands: its score as a sum, in words.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/match/compile.h"
#include "searcher/ranking/rerank.h"
#include "searcher/ranking/score_part.h"

namespace dateline {

/// The parts of a hit's score, those that are 0 left out; they add up to it. "body: strike" is what
/// the word brought by the text, "headline" what all words brought by the title.
std::vector<ScorePart> explain_score(const Xapian::Database& database, const Ranked& hit,
                                     const Compiler& compiler);

}  // namespace dateline
