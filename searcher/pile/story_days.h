// SPDX-License-Identifier: GPL-2.0-or-later
// How far apart in time articles are, by their days of publication.
#pragma once

#include <xapian.h>

#include <optional>

#include "common/calendar.h"

namespace dateline {

/// The days of publication of an article, as its slots have them; both ends or none.
DateRange days_of_article(const Xapian::Document& article);

/// True of one day, false of a month, a year, or nothing.
bool is_one_day(const DateRange& days);

/// The days between two articles, 0 if they share one; nothing if one is undated.
std::optional<int> days_between(const DateRange& a, const DateRange& b);

/// The days (both ends are there) and so many before and after them, within the calendar.
DateRange days_around(const DateRange& days, int more);

}  // namespace dateline
