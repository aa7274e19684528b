// SPDX-License-Identifier: GPL-2.0-or-later
// Days and months of publication as terms: those of an article, those in which what is near in time
// to it was published, and those of a date filter. Values tell the day, too, but only of one
// article after the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/calendar.h"

namespace dateline {

/// + the number of the month in two characters (term_digits), a third of the bytes that six digits
/// take; + one for the day; nothing behind it: undated.
inline constexpr std::string_view month_prefix = "M";

/// The terms of the months of these days, both ends of which are there or neither; in order of
/// time. Months that are 4,096 apart, 341 years, have the same.
std::vector<std::string> month_terms(const DateRange& days);

/// The terms of an article that was published within these days: those of its months and, month by
/// month, of the days, or one for the whole month.
std::vector<std::string> date_terms(const DateRange& days);

/// The terms that articles have which were published between two days, these included, or in months
/// or years that have a day between them; others have none of them.
std::vector<std::string> terms_of_days(const Day& first, const Day& last);

}  // namespace dateline
