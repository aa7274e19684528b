// SPDX-License-Identifier: GPL-2.0-or-later
// The pile as a whole: exact counts over all matches, by field and over time (--by, --timeline),
// read from the value slots while Xapian matches.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/match/bm25.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

/// What is counted.
struct Pile {
    const Archives& archives;
    Xapian::Query matches;                          ///< filters included
    std::optional<Xapian::Query> filter;            ///< alone, for --share
    const Xapian::MatchDecider* decider = nullptr;  ///< for what Xapian cannot decide
    const bm25::Weighting& weighting;               ///< of the best one of a period
};

/// Sets facets and timeline, and notes of what could not be counted exactly.
void count_pile(const Pile& pile, const SearchRequest& request, SearchResult& result);

/// The values of a field of the table in the archives with the number of their articles, the
/// commonest first; those alone that begin with `beginning`, case and accents aside.
std::vector<FacetCount> values_of(const Archives& archives, std::string_view field,
                                  std::string_view beginning);

}  // namespace dateline
