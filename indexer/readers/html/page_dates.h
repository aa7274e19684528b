// SPDX-License-Identifier: GPL-2.0-or-later
// Where a page shows when its article was published, and other lines about it: elements that are
// called date or time, and the lines between the headline and the text. What they say is read in
// indexer/metadata/.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html/page_content.h"
#include "indexer/readers/html/page_measures.h"

namespace dateline {

/// The texts, or the attributes for programs, of the elements that are called date or time, the
/// ones before the text first. Comments and other articles are not looked at.
std::vector<std::string> page_dates(const PageMeasures& page, const ArticlePlace& place);

/// Short lines of the page around the article's text, with its own first and last ones: those
/// before it, the nearest first, then those behind it.
std::vector<std::string> page_lines(xmlNode* root, PageMeasures& page, const ArticlePlace& place);

}  // namespace dateline
