// SPDX-License-Identifier: GPL-2.0-or-later
// What the places of the query's words in an article say beyond how often they occur: whether they
// stand close together, exactly as typed, in the lead. Pure functions of the hits; the formulas and
// their sources are in docs/ranking.md.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/query/matcher.h"
#include "searcher/ranking/word_hits.h"

namespace dateline {

/// Neighbours in the query, as numbers of words.
struct WordPair {
    std::uint16_t first = 0;
    std::uint16_t second = 0;

    bool operator==(const WordPair&) const = default;
};

/// What is asked, as the features see it.
struct QueryShape {
    std::vector<std::string> languages;  ///< of the archives that are searched
    std::vector<QueryWord> words;
    std::vector<WordPair> pairs;
};

/// The pairs of different words next to each other in the row, with two stop words between them at
/// most; each once.
std::vector<WordPair> neighbours(const std::vector<PlacedWord>& row);

/// Each is 0 or more, in points of BM25, and not yet weighed against the others.
struct Features {
    double together = 0;  ///< different words near each other (Buettcher, Clarke, Lushman 2006)
    double pairs = 0;     ///< neighbours of the query within 5 words (Metzler, Croft 2005)
    double exact = 0;     ///< BM25 of the forms as typed
    double passage = 0;   ///< the best 50 words
    double lead = 0;      ///< the body's first 80 words

    bool operator==(const Features&) const = default;
};

/// Of one article. `length` and `average_length` as BM25 has them.
Features features(const QueryShape& query, const WordHits& hits, double length,
                  double average_length);

}  // namespace dateline
