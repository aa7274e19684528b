// SPDX-License-Identifier: GPL-2.0-or-later
// A date filter, found by the terms of days and months where these are few. Values tell days of one
// article after the other, and to look at them takes longer than all else that a filter costs.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "common/calendar.h"
#include "searcher/archives/archives.h"
#include "searcher/match/article_set.h"

namespace dateline {

/// The articles of each archive that were published within the days; nothing where values tell it
/// faster, as always on other machines. Throws Xapian's errors.
std::optional<std::vector<ArticleSet>> collected_within(const Archives& archives,
                                                        const DateRange& days);

/// The same articles as of date_query (conditions.h); gives no score. The archives must outlive the
/// query.
Xapian::Query published_within(const Archives& archives, const DateRange& days);

}  // namespace dateline
