// SPDX-License-Identifier: GPL-2.0-or-later
// What a web page says of itself: JSON-LD, Open Graph, Dublin Core and other meta tags, as
// RawFields under the keys that stand there.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

struct PageFields {
    std::vector<RawField> fields;       ///< those of JSON-LD first
    std::vector<std::string> headings;  ///< the first ones, of the levels 1 to 3
    std::string article_body;           ///< the whole text, if JSON-LD has it
    std::vector<Problem> problems;
};

PageFields page_fields(xmlNode* page);

}  // namespace dateline
