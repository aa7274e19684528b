// SPDX-License-Identifier: GPL-2.0-or-later
// SearchRequest -> SearchResult: reads the query, asks the archives, ranks, and fetches what is
// shown.
#pragma once

#include <string>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/archives/named_folder.h"
#include "searcher/query/tree.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

/// Throws Error for a query that cannot be read and an index that cannot be opened. Finding nothing
/// is a result. When a writer overtakes it, the whole search is done again.
SearchResult search(const std::vector<NamedFolder>& archives, const SearchRequest& request);

/// The same of one index.
SearchResult search(const std::string& index, const SearchRequest& request);

/// Of these articles alone, in archives that are open. What fails is thrown as it is.
SearchResult search_these(const Archives& archives, const SearchRequest& request, const Node& query,
                          const std::vector<Xapian::docid>& only);

struct ScoredId {
    std::string id;
    double score = 0;

    bool operator==(const ScoredId&) const = default;
};

/// The ranking alone, as search() has it, of a query that is a tree already; `request.query` is not
/// read. For measuring.
std::vector<ScoredId> rank(const std::vector<NamedFolder>& archives, const SearchRequest& request,
                           const Node& query);

}  // namespace dateline
