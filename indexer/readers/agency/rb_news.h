// SPDX-License-Identifier: GPL-2.0-or-later
// Items of Ritzau's own XML: flat, their text as escaped HTML.
#pragma once

#include "indexer/readers/agency/news_items.h"
#include "indexer/readers/html/html_tree.h"

namespace dateline {

/// An <RBNews>.
void add_rb_news(xmlNode* item, NewsItems& items);

}  // namespace dateline
