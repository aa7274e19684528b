// SPDX-License-Identifier: GPL-2.0-or-later
// The timeline above a list: bars that lead to their days, the two days as fields, and the same as
// a table.
#pragma once

#include <string>

#include "searcher/result.h"
#include "searcher/web/asked.h"

namespace dateline::web {

/// A <section>; "" where no match has a date.
std::string timeline_chart(const Timeline& timeline, const Asked& asked);

/// "26 February 2026"
std::string day_in_words(const Day& day);
/// "26 Feb 2026", "Feb 2026", "2026"
std::string short_date(const CalendarDate& date);

}  // namespace dateline::web
