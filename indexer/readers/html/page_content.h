// SPDX-License-Identifier: GPL-2.0-or-later
// Where a web page's article stands, and its text: what a reader came for, without navigation,
// sharing buttons, captions and other articles' headlines.
#pragma once

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

/// The element that holds the article: stated by the page (articleBody, <article>, <main>) where
/// most of the page's paragraphs are in it, else the one whose paragraphs have most text that is no
/// link. Null for a page without a body. Writes to the nodes' _private.
xmlNode* article_root(xmlNode* page);

/// Adds the text of the element without what is no part of an article.
void add_page_text(TextBuilder& builder, xmlNode* root);

/// True for elements that are no part of an article, by name, role or class.
bool is_boilerplate(const xmlNode* node);

}  // namespace dateline
