// SPDX-License-Identifier: GPL-2.0-or-later
// The best articles of plain words by BM25 from their posting lists: MaxScore (Turtle and Flood,
// Query evaluation: strategies and optimizations, 1995), with the lengths of all articles at hand
// (common/length_column.h). Xapian's matcher finds the same with the same scores; it asks for the
// length of each article that has a word of weight, and bounds what a word can bring by the
// shortest article of all. Here most articles are left by a sum of a few numbers.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/length_column.h"
#include "searcher/match/article_set.h"
#include "searcher/match/best_scores.h"
#include "searcher/match/plain_words.h"

namespace dateline {

/// What one archive is asked.
struct WordSearch {
    const Xapian::Database& database;
    const LengthColumn& lengths;
    double average_length = 0;           ///< of the collection, by which BM25 weighs
    const ArticleSet* within = nullptr;  ///< only these; nullptr: all
    /// Only those that have one of each of these lists of terms.
    const std::vector<std::vector<std::string>>& filters;
};

/// The number of an article among those of all archives.
using NumberOf = std::function<Xapian::docid(Xapian::docid)>;

/// Adds the best articles that have any of the words. Those that have not enough for it may be left
/// out, so that their number stays unknown.
void add_best_with_any(const WordSearch& search, const std::vector<PlainWord>& words,
                       const NumberOf& number_of, BestScores& best);

/// The same of those that have all of the words; returns how many have.
std::uint64_t add_best_with_all(const WordSearch& search, const std::vector<PlainWord>& words,
                                const NumberOf& number_of, BestScores& best);

}  // namespace dateline
