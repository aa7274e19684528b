// SPDX-License-Identifier: GPL-2.0-or-later
// What might help where nothing was found: the question without one of its words or filters.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/query/tree.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

/// A question with something left out.
struct RelaxedSearch {
    LeftOut left_out;  ///< not counted yet
    SearchRequest request;
    Node query;
};

inline constexpr std::size_t most_relaxed = 12;

/// The request without each filter, and the query without each of its parts at the top; at most
/// most_relaxed, and none if there is only one thing to leave out. Then the query without the
/// quotes of its phrases.
std::vector<RelaxedSearch> relaxed_searches(const SearchRequest& request, const Node& query);

/// How many articles each of them finds, those that find any; most articles first.
std::vector<LeftOut> worth_leaving_out(const Archives& archives, const SearchRequest& request,
                                       const Node& query);

}  // namespace dateline
