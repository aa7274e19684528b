// SPDX-License-Identifier: GPL-2.0-or-later
// The articles among which a question's words are common or rare, and articles long or short: those
// in its language. What is in an archive beside them changes no order.
#pragma once

#include <cstdint>
#include <string>

#include "searcher/archives/archives.h"

namespace dateline {

struct CollectionStatistics {
    std::uint64_t articles = 0;  ///< N in docs/ranking.md; not 0
    double average_length = 0;   ///< of these, as Xapian has the lengths of articles
};

/// The articles in a language; all, if there are none, or their words are more than four billion.
CollectionStatistics collection_in(const Archives& archives, const std::string& language);

}  // namespace dateline
