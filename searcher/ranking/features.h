// SPDX-License-Identifier: GPL-2.0-or-later
// What the places of the query's words in an article say beyond how often they occur: whether they
// stand close together, exactly as typed, in the lead. Pure functions of the hits; the formulas and
// their sources are in docs/ranking.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/calendar.h"
#include "searcher/match/collection_statistics.h"
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
    CollectionStatistics collection;
    std::vector<QueryWord> words;
    std::vector<WordPair> pairs;
    std::vector<int> years;  ///< that bare words name
};

/// The sum of w idf over the words that were asked for: S in docs/ranking.md. 0 if there are none.
double total_worth(const QueryShape& query);
/// The same over those of them that the title has: T.
double title_worth(const QueryShape& query, const WordHits& hits);

/// The pairs of different words next to each other in the row, with two stop words between them at
/// most; each once.
std::vector<WordPair> neighbours(const std::vector<PlacedWord>& row);

/// Each is 0 or more, in points of BM25.
struct Features {
    double together = 0;  ///< different words near each other (Buettcher, Clarke, Lushman 2006)
    double pairs = 0;     ///< neighbours of the query within 5 words (Metzler, Croft 2005)
    double exact = 0;     ///< BM25 of the forms as typed
    double passage = 0;   ///< the best 50 words
    double lead = 0;      ///< the body's first 80 words
    double headline = 0;  ///< the more of the query the title has, the more by far
    double complete = 0;  ///< all of several words are there
    double year = 0;      ///< published in a year that the query names

    bool operator==(const Features&) const = default;
};

/// A row says all about a feature: what it counts for beside BM25, and how --explain calls it.
struct FeatureRow {
    double Features::*value;
    double weight;
    std::string_view name;
};
inline constexpr auto feature_rows = std::to_array<FeatureRow>({
    {&Features::headline, 0.6, "headline"},
    {&Features::complete, 0.2, "all words"},
    {&Features::year, 1.5, "published that year"},
    {&Features::together, 0.3, "close together"},
    {&Features::pairs, 0.1, "side by side"},
    {&Features::exact, 0.2, "as typed"},
    {&Features::passage, 0.1, "best passage"},
    {&Features::lead, 0.2, "lead"},
});

/// What the places of the words in an article say, not yet weighed. `length` as BM25 has it.
Features features(const QueryShape& query, const WordHits& hits, double length);

/// What the article's first and last day of publication say.
Features features_of_days(const QueryShape& query, const std::optional<Day>& first,
                          const std::optional<Day>& last);

}  // namespace dateline
