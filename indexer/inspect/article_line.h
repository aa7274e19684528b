// SPDX-License-Identifier: GPL-2.0-or-later
// An article as a line of JSON, which the indexer reads back into the same fields and the same text
// (indexer/readers/exported_article.h), and other programs as they please.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace dateline {

/// The line with its end: the keys of the table of fields, as the searcher's JSON has them; `id`;
/// `file` and `line`, `page`, `paragraph` or `item`, where it came from; `derived`; `text`. What is
/// not known is null, or an empty list. `root`: the path of the article's folder.
std::string article_line(const Article& article, std::string_view root);

}  // namespace dateline
