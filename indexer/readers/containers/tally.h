// SPDX-License-Identifier: GPL-2.0-or-later
// What a file of many turned out to hold: articles, or links without texts, or neither.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/containers.h"
#include "indexer/readers/json_article.h"

namespace dateline {

struct Tally {
    std::uint64_t articles = 0;
    std::uint64_t links = 0;      ///< with an address, and no text
    std::uint64_t discarded = 0;  ///< notes in the trash
    std::uint64_t others = 0;     ///< objects or rows that have neither
    LeftOutItems items;           ///< of agencies, that are no articles

    /// Counts it, and keeps it if it is an article of a file that may be of another kind.
    void add(JsonArticle found, Reading& reading);
};

/// `1,204 links and no texts`, or how many of the `what` ("objects", "rows") have no text.
FileEnd end_of(const Tally& tally, std::string_view what, std::vector<Problem> problems);

}  // namespace dateline
