// SPDX-License-Identifier: GPL-2.0-or-later
// Where a web page's article stands.
#pragma once

#include "indexer/readers/html/html_tree.h"

namespace dateline {

/// The element that holds the article: stated by the page (articleBody, <article>, <main>) where
/// most of the page's paragraphs are in it, else the one whose paragraphs have most text that is no
/// link. Null for a page without a body. Writes to the nodes' _private.
xmlNode* article_root(xmlNode* page);

/// True for elements that are no part of an article, by name, role or class.
bool is_boilerplate(const xmlNode* node);

}  // namespace dateline
