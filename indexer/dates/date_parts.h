// SPDX-License-Identifier: GPL-2.0-or-later
// The grammar of the day itself: the orders in which people print year, month and day. Between the
// tokens (date_tokens.h) and the whole date with its time (dates.cpp).
#pragma once

#include <optional>

#include "common/calendar.h"
#include "indexer/dates/date_times.h"
#include "indexer/dates/date_tokens.h"
#include "indexer/dates/dates.h"

namespace dateline {

/// What was read, not yet known to exist.
struct DateParts {
    int year = 0;
    unsigned month = 1;
    unsigned day = 1;
    Precision precision = Precision::day;
    bool ambiguous = false;  ///< day and month cannot be told apart
    std::optional<StatedTime> time;
    StatedZone zone;
};

/// Skips `Thu,`, `Mittwoch, den`, `Thứ năm,`.
void skip_weekdays(DateTokens& tokens);

/// Reads year, month and day in any order, or month and year, or (`whole`) a year; also time and
/// zone where they stand before the year (Thu Feb 26 23:22:44 UTC 2026). False if there is no date;
/// then the tokens are left anywhere.
bool read_day(DateParts& parts, DateTokens& tokens, DayMonthOrder order, bool whole);

/// Reads `Feb. 26` or `26th of February` and sets month and day.
bool read_day_and_month(DateParts& parts, DateTokens& tokens);

}  // namespace dateline
