// SPDX-License-Identifier: GPL-2.0-or-later
// Who wrote a page's article, as the page shows it: links with rel=author, elements that are called
// author or byline in one of the languages of the press.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html/page_content.h"

namespace dateline {

/// The texts of the place that names authors, as they stand there ("By Ann Lee | 2 May"), the
/// nearest to the headline; empty if there is none. Comments and other articles are not looked at.
std::vector<std::string> page_byline(const PageMeasures& page, const ArticlePlace& place);

}  // namespace dateline
