// SPDX-License-Identifier: GPL-2.0-or-later
// A page that Notion exported as HTML (notion_page.h): it is marked up by classes of Notion's own.
#pragma once

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// Nothing at all: the page is no such one.
Reading read_notion_html(xmlNode* page);
/// The list of pages that lies beside them: no article.
Reading read_notion_index(xmlNode* page);

}  // namespace dateline
