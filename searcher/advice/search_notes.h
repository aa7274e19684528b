// SPDX-License-Identifier: GPL-2.0-or-later
// What there is to say of a search: words and names that no article has, what was left out, and
// options that changed nothing.
#pragma once

#include "searcher/match/search_plan.h"
#include "searcher/ranking/ranked_list.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

/// Adds notes to a result whose articles are counted, and sets the words and names that are missing
/// and the number of undated articles.
void add_search_notes(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode,
                      const RankedList& list, SearchResult& result);

}  // namespace dateline
