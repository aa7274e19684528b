// SPDX-License-Identifier: GPL-2.0-or-later
// What is new for one saved search.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/following/asked_search.h"
#include "searcher/following/following.h"
#include "searcher/following/matching.h"

namespace dateline {

/// A search in its archives, compared with what it has told of.
struct Compared {
    std::vector<MatchingArticle> matching;
    WhatsNew news;
    /// Of a search that was changed since it last told all: how many match only since then, and how
    /// many no longer do.
    struct Change {
        std::uint64_t more = 0;
        std::uint64_t fewer = 0;
    };
    std::optional<Change> change;
};

/// Within with_archives().
Compared compared(const Follower& follower, const SavedSearch& search, const AskedSearch& asked,
                  const AskedArchives& archives, const std::optional<Seen>& seen);

/// What is told of one search, and what to remember then.
struct ToldSearch {
    SearchResult result;  ///< with one part
    Seen seen;
    bool changed = false;  ///< `seen` is another than is stored
};

/// Throws Error as a search does.
ToldSearch tell_search(const Follower& follower, const SavedSearch& search,
                       const Following& following);

}  // namespace dateline
