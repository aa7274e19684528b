// SPDX-License-Identifier: GPL-2.0-or-later
// A query asked of a few articles.
#pragma once

#include <xapian.h>

#include <map>
#include <vector>

#include "searcher/match/search_plan.h"

namespace dateline {

/// Those of the articles that a query of the plan finds, all of them, best first.
Xapian::MSet asked_among(const SearchPlan& plan, const Xapian::Query& query,
                         const std::vector<Xapian::docid>& articles);

/// The same with their weights, by number.
std::map<Xapian::docid, double> found_among(const SearchPlan& plan, const Xapian::Query& query,
                                            const std::vector<Xapian::docid>& articles);

}  // namespace dateline
