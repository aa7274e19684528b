// SPDX-License-Identifier: GPL-2.0-or-later
// Dates as people type them in filters (--since, --until, --on, date:) -> days.
#pragma once

#include <string>
#include <string_view>

#include "common/calendar.h"

namespace dateline {

/// The days meant by `typed`: 2026, 2026-02, 2026-02-26, 20260226, today, yesterday, "last week",
/// "this month", monday (the last one before today), 7d, 2w, 3m, 1y (that long ago until today),
/// `26 February 2026`, `Feb 2026`, and ranges A..B, A.., ..B. Case does not matter. `option` names
/// who asks in the Error that lists the accepted forms; a day that does not exist has its own
/// wording.
///
/// Weeks begin on Monday. "7 days ago" is that one day, and so is 7d as an end of a range
/// (30d..7d). 7/8/17 can be read in two ways and is an Error that says both.
DateRange parse_date_filter(std::string_view typed, const Day& today, const std::string& option);

/// The first and the last day meant by one date, for --since and --until, where a range is an
/// Error.
/// `--until 7d` ends 7 days ago (in parse_date_filter, 7d ends today).
Day parse_since(std::string_view typed, const Day& today, const std::string& option);
Day parse_until(std::string_view typed, const Day& today, const std::string& option);

}  // namespace dateline
