// SPDX-License-Identifier: GPL-2.0-or-later
// SearchPlan -> the articles of a page, best first, in tiers: which are asked for, how they are put
// in order, and how many there are.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/match/search_plan.h"
#include "searcher/ranking/rerank.h"
#include "searcher/request.h"

namespace dateline {

/// How a list is made, worked out from what was asked.
struct ListMode {
    bool has_scores = true;  ///< false: names, days and the like, that all matches have alike
    bool by_date = false;    ///< asked for, or as there are no scores
    bool topic = false;      ///< look for more on the subject of the best hits
    bool reranks = false;    ///< by where the words stand
    bool prefers_recent = false;
    bool any_words = false;  ///< articles with some of the words are in the list, unmarked
    bool in_tiers = false;   ///< they follow behind those with all

    /// Whether the best by BM25 are put in order again.
    bool reorders() const { return reranks || prefers_recent; }
};

ListMode list_mode(const SearchRequest& request, const Compiler& compiler);

/// The articles that count as having all of the query; not narrowed.
Xapian::Query full_matches(const SearchPlan& plan, const ListMode& mode);

/// One article of the list. What stands for several in one place of it will say so here.
struct ListedArticle {
    Ranked ranked;
    bool full = true;  ///< has all of the query
};

struct RankedList {
    std::vector<ListedArticle> articles;       ///< of the page
    std::uint64_t full = 0;                    ///< how many there are in all
    std::optional<std::uint64_t> partial = 0;  ///< nothing: behind the page, nobody counted them
};

/// Throws Error when too much would have to be read.
RankedList ranked_list(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode);

}  // namespace dateline
