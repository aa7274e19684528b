// SPDX-License-Identifier: GPL-2.0-or-later
// Items of NewsML-G2: data about the item, about its content, and the content as NITF, XHTML or
// characters.
#pragma once

#include "indexer/readers/agency/news_items.h"
#include "indexer/readers/html/html_tree.h"

namespace dateline {

/// A <newsItem>.
void add_g2_item(xmlNode* item, NewsItems& items);

/// A <packageItem>, which only refers to others.
void add_g2_package(xmlNode* item, NewsItems& items);

/// An item of knowledge, plans or lists.
void add_g2_other(xmlNode* item, NewsItems& items);

}  // namespace dateline
