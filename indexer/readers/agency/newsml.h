// SPDX-License-Identifier: GPL-2.0-or-later
// Items of NewsML 1: nested components, each with its lines, its data about the story and its
// content.
#pragma once

#include "indexer/readers/agency/news_items.h"
#include "indexer/readers/html/html_tree.h"

namespace dateline {

/// A <NewsItem>.
void add_newsml_item(xmlNode* item, NewsItems& items);

}  // namespace dateline
