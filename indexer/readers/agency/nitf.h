// SPDX-License-Identifier: GPL-2.0-or-later
// NITF, in files of its own and within items of NewsML.
#pragma once

#include "indexer/readers/agency/news_items.h"
#include "indexer/readers/html/html_tree.h"

namespace dateline {

/// What the element's head and body say of the story, and its text.
RawArticle nitf_article(xmlNode* nitf);

void add_nitf(xmlNode* nitf, NewsItems& items);

}  // namespace dateline
