// SPDX-License-Identifier: GPL-2.0-or-later
// SearchPlan -> the articles of a page, best first: which are asked for, how they are put in order,
// what they lack, and how many there are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/match/match_count.h"
#include "searcher/match/search_plan.h"
#include "searcher/ranking/rerank.h"
#include "searcher/request.h"

namespace dateline {

/// How a list is made, worked out from what was asked.
struct ListMode {
    bool has_scores = true;  ///< false: names, days and the like, that all matches have alike
    bool by_date = false;    ///< asked for, or as there are no scores
    bool reranks = false;    ///< by where the words stand, and what the best have in common
    bool prefers_recent = false;
    bool some_words = false;  ///< articles that lack words are in the list, too
    bool too_many = false;    ///< they were to be, but of too many the places would have to be read
    std::uint64_t bound = no_bound;  ///< to which matches are counted

    /// Whether the best by BM25 are put in order again.
    bool reorders() const { return reranks || prefers_recent; }
};

ListMode list_mode(const SearchRequest& request, const SearchPlan& plan);

/// The articles of the list; not narrowed.
Xapian::Query matches(const SearchPlan& plan, const ListMode& mode);

/// One article of the list.
struct ListedArticle {
    Ranked ranked;
    std::vector<std::string> lacking;   ///< words of the query, as typed
    std::vector<Xapian::docid> copies;  ///< the articles with its text, where they are folded
};

struct RankedList {
    std::vector<ListedArticle> articles;  ///< of the page
    MatchCount all_words;                 ///< articles of the list that have all of the query
    MatchCount some_words;                ///< and those that lack words

    MatchCount matches() const { return all_words + some_words; }
};

/// Without what articles lack. Throws Error when too much would have to be read.
RankedList ranked_list(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode);

/// Tells what those lack that do not have all of the words.
void tell_lacking(const SearchPlan& plan, const ListMode& mode,
                  std::vector<ListedArticle>& articles);

}  // namespace dateline
