// SPDX-License-Identifier: GPL-2.0-or-later
// What the best hits of a search have in common: the words that feedback looks for.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/signature.h"
#include "searcher/archives/archives.h"
#include "searcher/match/collection_statistics.h"

namespace dateline {

/// One of the articles whose words are gathered.
struct TrustedArticle {
    Xapian::docid docid = 0;
    double trust = 0;   ///< its share in the sum
    double length = 0;  ///< as BM25 has it
    Signature signature;
};

/// A stem that they have in common.
struct CommonTerm {
    std::string term;   ///< of the index
    double weight = 0;  ///< all of them sum to 1
};

/// The 25 strongest stems of the articles' signatures, strongest first, of those that tell one
/// article from another. Signatures propose, this archive's BM25 weighs.
std::vector<CommonTerm> common_terms(const Archives& archives,
                                     const CollectionStatistics& collection,
                                     const std::vector<TrustedArticle>& articles);

}  // namespace dateline
