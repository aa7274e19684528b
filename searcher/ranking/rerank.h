// SPDX-License-Identifier: GPL-2.0-or-later
// Stage 2 of the ranking: the best articles by BM25 are put in order again by where the query's
// words stand in them. Stage 1 is Xapian's (searcher/match/compile.h), stage 3 feedback.h.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/match/best_scores.h"
#include "searcher/ranking/features.h"
#include "searcher/ranking/recency.h"

namespace dateline {

/// So many of stage 1's best are put in order again, whatever page is shown: pages then neither
/// repeat nor lose a hit.
inline constexpr std::size_t rerank_depth = 150;

/// Of these, so many are looked at for where the words stand, which costs most of the time: more
/// change no first page (docs/ranking.md).
inline constexpr std::size_t placed_depth = 80;

/// An article in the ranking. Its score is the sum of its parts.
struct Ranked {
    Xapian::docid docid = 0;
    double score = 0;
    double bm25 = 0;            ///< stage 1
    double length = 0;          ///< of the article, as BM25 has it
    Features weighed;           ///< each times its weight; 0 behind rerank_depth
    double recency = 0;         ///< what it got for being new
    double like_best = 0;       ///< what words that the best hits have in common brought
    double alike = 0;           ///< what the articles like it gave or took
    double title_coverage = 0;  ///< how much of the query's worth its title has, 0..1
};

/// Those that are put in order again.
std::span<Ranked> best_of(std::vector<Ranked>& hits);

/// Numbers of the hits by increasing docid, in which order the index is read fastest.
std::vector<std::size_t> by_docid(std::span<const Ranked> hits);

/// Stage 1's order and scores.
std::vector<Ranked> stage_one(const std::vector<ScoredArticle>& found);

/// Puts the first rerank_depth of `hits` (best first by stage 1) in order again, by where the words
/// stand and the days of publication; the others stay behind them.
void rerank(const Archives& archives, const QueryShape& query, std::vector<Ranked>& hits);

/// The same for the day of publication: an article of today gains half of the best BM25 score.
void add_recency(const Archives& archives, const RecencyPrior& prior, std::vector<Ranked>& hits);

}  // namespace dateline
