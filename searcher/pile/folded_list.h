// SPDX-License-Identifier: GPL-2.0-or-later
// The ranked list with copies folded: of the articles with one text the best one stands for all.
// Families are those of the whole archive and are told from the top of the list on, so that no page
// repeats one, and none is lost between two.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/pile/copies.h"
#include "searcher/ranking/ranked_list.h"

namespace dateline {

/// So many matches are all folded, if they fill no more than three pages, so that it is known how
/// many texts they are.
inline constexpr std::uint64_t most_folded = 200;
/// Of so many it can be asked for.
inline constexpr std::uint64_t most_folded_if_asked = 10'000;

struct FoldedList {
    RankedList list;                     ///< the page, and the counts of articles
    std::optional<std::uint64_t> texts;  ///< how many they are, if all were folded; with
                                         ///< CopyMode::only those with copies, if all were found
    bool more = false;                   ///< others follow behind the page
};

/// The page that the request asks for; as CopyMode says, or as it is. Throws Error as ranked_list
/// does.
FoldedList folded_list(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode,
                       CopyFinder& copies);

/// Keeps the page that the request asks for; whether others follow behind it.
bool keep_page(const SearchRequest& request, std::vector<ListedArticle>& articles);

/// One article for each text of the list, the first to be published of those that match. Throws
/// Error if they are too many to be folded.
std::vector<Xapian::docid> one_of_each_text(const SearchPlan& plan, const SearchRequest& request,
                                            CopyFinder& copies);

}  // namespace dateline
