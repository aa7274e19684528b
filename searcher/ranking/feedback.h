// SPDX-License-Identifier: GPL-2.0-or-later
// Topic search: the best hits lend the query their own words for a second retrieval, and articles
// that are alike lend each other their scores. For questions about a subject; whoever looks for one
// article is better off without.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/ranking/rerank.h"

namespace dateline {

/// A stem that the best hits have in common, and its weight beside those of the query's words.
struct FeedbackTerm {
    std::string stem;
    double weight = 0;
    double idf = 0;
};

/// The 25 strongest stems of the 5 best of `hits` (Rocchio on BM25 vectors, the best hit counting
/// by far the most). The better the query's own words are covered by the best hits, the less the
/// stems weigh: the gate.
std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database, const QueryShape& query,
                                         const std::vector<Ranked>& hits);

/// Mixes the score of each of the best rerank_depth hits with those of its 5 nearest neighbours
/// among them, and puts them in order again.
void smooth(const Xapian::Database& database, std::vector<Ranked>& hits);

}  // namespace dateline
