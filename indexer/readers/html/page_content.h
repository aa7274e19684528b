// SPDX-License-Identifier: GPL-2.0-or-later
// Where a web page's article stands, and what within it is no part of it.
#pragma once

#include "indexer/readers/html/page_measures.h"

namespace dateline {

/// The element that holds the article; marks the elements and blocks in it that are no part of it
/// as dropped or not kept. Nullptr for a page without elements.
xmlNode* find_article(PageMeasures& page);

}  // namespace dateline
