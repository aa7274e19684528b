// SPDX-License-Identifier: GPL-2.0-or-later
// A query for certain articles by their numbers.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/match/article_set.h"

namespace dateline {

/// These articles of the archives and no others, in whatever order they are named; gives no score.
/// The archives must outlive the query.
Xapian::Query these_articles(const Archives& archives, const std::vector<Xapian::docid>& articles);

/// The same by their numbers in each archive's own database, which increase.
using OwnNumbers = std::vector<std::vector<Xapian::docid>>;
Xapian::Query these_articles(const Archives& archives, OwnNumbers numbers);
Xapian::Query these_articles(const Archives& archives, const std::vector<ArticleSet>& articles);

}  // namespace dateline
