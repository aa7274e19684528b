// SPDX-License-Identifier: GPL-2.0-or-later
// Facets and timelines against the list of articles counted by hand.
#pragma once

#include <string>
#include <vector>

#include "searcher/result.h"
#include "tests/oracle/plain_answer.h"

namespace dateline::oracle {

struct CountedArticles {
    const PlainArchive& archive;
    const ArticleSet& matches;
    const ArticleSet* all = nullptr;  ///< with --share: all that pass the filters
};

/// What is wrong, a line each.
std::vector<std::string> compare_facet(const CountedArticles& counted, const Facet& facet);
std::vector<std::string> compare_timeline(const CountedArticles& counted, const Timeline& timeline);

}  // namespace dateline::oracle
