// SPDX-License-Identifier: GPL-2.0-or-later
// Where a web page's article stands, and what within it is no part of it.
#pragma once

#include <vector>

#include "indexer/readers/html/page_measures.h"

namespace dateline {

struct ArticlePlace {
    xmlNode* root = nullptr;   ///< the element that holds it; nullptr for a page without elements
    std::uint32_t begin = 0;   ///< the first block of its text
    std::uint32_t end = 0;     ///< behind the last
    std::vector<bool> others;  ///< by element: it is of comments, related articles, others' cards
};

/// Where the article is; marks the elements and blocks in its root that are no part of it as
/// dropped or not kept.
ArticlePlace find_article(PageMeasures& page);

}  // namespace dateline
