// SPDX-License-Identifier: GPL-2.0-or-later
// Stage 2 of the ranking: the best articles by BM25 are put in order again by where the query's
// words stand in them. Stage 1 is Xapian's (searcher/match/compile.h).
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searcher/ranking/features.h"
#include "searcher/ranking/recency.h"

namespace dateline {

/// So many of stage 1's best are put in order again, whatever page is shown: pages then neither
/// repeat nor lose a hit.
inline constexpr std::size_t rerank_depth = 150;

/// What each feature counts for beside BM25.
struct FeatureWeights {
    double together = 0.3;
    double pairs = 0.1;
    double exact = 0.2;
    double passage = 0.1;
    double lead = 0.2;
};

/// An article in the ranking. Its score is the sum of its parts.
struct Ranked {
    Xapian::docid docid = 0;
    double score = 0;
    double bm25 = 0;      ///< stage 1
    Features weighed;     ///< each times its weight; 0 behind rerank_depth
    double likeness = 0;  ///< what articles like it gave or took (topic search)
    double recency = 0;   ///< what it got for being new
};

/// A weight of Xapian's without its last digits: how it sums depends on the archive that an article
/// is in, so that equals would differ there.
double rounded_score(double weight);

/// Stage 1's order and scores, which are rounded.
std::vector<Ranked> stage_one(const Xapian::MSet& found);

/// Puts the first rerank_depth of `hits` (best first by stage 1) in order again; the others stay
/// behind them. Since features only add, scores keep falling down the whole list.
void rerank(const Xapian::Database& database, const QueryShape& query, std::vector<Ranked>& hits,
            const FeatureWeights& weights = {});

/// The same for the day of publication: an article of today gains half of the best BM25 score.
void add_recency(const Xapian::Database& database, const RecencyPrior& prior,
                 std::vector<Ranked>& hits);

}  // namespace dateline
