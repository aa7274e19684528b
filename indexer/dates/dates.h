// SPDX-License-Identifier: GPL-2.0-or-later
// Dates as articles print them -> a calendar day with its precision, and the exact instant if
// stated.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/calendar.h"

namespace dateline {

struct StatedDate {
    CalendarDate date;  ///< the day as printed, never shifted by the time zone
    /// ISO 8601 to the second, "2026-02-26T23:22:44Z"; without offset if none is stated or its name
    /// stands for several (ET); "" without a time or with a zone that cannot be read.
    std::string instant;

    bool operator==(const StatedDate&) const = default;
};

enum class DateProblem { none, not_a_date, impossible, ambiguous };

struct DateReading {
    std::optional<StatedDate> date;  ///< absent if there is a problem
    DateProblem problem = DateProblem::none;

    bool operator==(const DateReading&) const = default;
};

/// Which of two numbers is the month in 7/8/17, where the text alone cannot tell.
enum class DayMonthOrder { unknown, day_first, month_first };

/// Reads one whole date text: ISO 8601 in all its forms (2026-02-26T23:22:44.000Z, 2007-11-07
/// 11:28:03+00:00, 20260226, 2026-02, 2026), RFC 2822, `27 February 2026 16:42 (UTC+04:00)`,
/// `Feb. 26, 2026`, `2015年6月5日`, 7/8/17. Impossible: a day that does not exist (2026-02-30);
/// ambiguous: 7/8/17 with an unknown order. Month names in many languages (date_words.cpp).
///
/// 7.8.2017 with points and a full year is day first unless `order` says otherwise. Years of two
/// digits are 1969 to 2068. Any other text, also one with a date in it, is not_a_date, and quickly:
/// so this also tells whether a line of an article is nothing but a date (ask for a whole day
/// there, since a line `2017.` is a year).
DateReading read_date(std::string_view text, DayMonthOrder order = DayMonthOrder::unknown);

struct LeadingDate {
    DateReading reading;     ///< never not_a_date
    std::size_t length = 0;  ///< bytes of the text that the date takes, blanks before it included
};

/// The date, with its time and zone, at the beginning of running text; nothing if there is none.
/// Days and named months (`May 2015`) of the years 1500 to 2199 only: a bare year, 2010-11 or DEC7
/// 5596 is mostly something else there. A `Published: ` before it belongs to it.
std::optional<LeadingDate> date_at_start(std::string_view text,
                                         DayMonthOrder order = DayMonthOrder::unknown);

struct LeadingMonthDay {
    std::chrono::month_day day;
    std::size_t length = 0;  ///< bytes of the text that it takes, blanks before it included
};

/// The day of a wire dateline without a year at the beginning of running text: `Feb 26 :`,
/// `26 February -`. The sign after it is not looked at: without one it is mostly prose (`May 12
/// people`). Nothing if a year follows (see date_at_start) or if no such day exists.
std::optional<LeadingMonthDay> month_day_at_start(std::string_view text);

}  // namespace dateline
