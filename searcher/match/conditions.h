// SPDX-License-Identifier: GPL-2.0-or-later
// Queries that decide and give no score: days, numbers, known values.
#pragma once

#include <xapian.h>

#include <string_view>

#include "common/calendar.h"
#include "searcher/query/matcher.h"

namespace dateline {

Xapian::Query unscored(const Xapian::Query& query);

/// What a MatcherKind::range of numbers asks for.
Xapian::Query number_query(const Matcher& matcher);

/// Articles without a date.
Xapian::Query undated_query();

/// Articles whose range of days overlaps `days`.
Xapian::Query date_query(const DateRange& days);

/// Articles whose range of days lies within these.
Xapian::Query days_within(const Day& first, const Day& last);

/// Articles that have a value in the field.
Xapian::Query stated_query(std::string_view field);

}  // namespace dateline
