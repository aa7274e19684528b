// SPDX-License-Identifier: GPL-2.0-or-later
// Days of publication. A date is a calendar day as printed in the paper, with its own precision; it
// is never an instant and never shifted by a time zone. The indexer reads dates out of articles
// (indexer/dates/dates.h), the searcher out of filters (searcher/query/date_filter.h);
// both agree here on what a date is and how it is kept in the index.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A day of the proleptic Gregorian calendar; every Day in this program exists and has a
/// year 1..9999.
using Day = std::chrono::year_month_day;

enum class Precision { day, month, year };

/// A date as stated. `day` is the first day of the month or year when the precision is coarser.
struct CalendarDate {
    Day day{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
    Precision precision = Precision::day;

    bool operator==(const CalendarDate&) const = default;
};

/// Days first..last, both included; an absent end is open.
struct DateRange {
    std::optional<Day> first;
    std::optional<Day> last;

    bool operator==(const DateRange&) const = default;
};

/// The day, if it exists and its year is 1..9999.
std::optional<Day> make_day(int year, unsigned month, unsigned day);

/// The days that a date covers: one day, a month or a year.
DateRange days_of(const CalendarDate& date);

/// The month of that English name or of its beginning, three letters at least: February, feb, SEPT.
std::optional<unsigned> month_named(std::string_view name);
/// "February" of a day in it.
std::string_view month_name(const Day& day);

/// Reads exactly YYYY, YYYY-MM or YYYY-MM-DD; nothing for any other text or a day that does not
/// exist.
std::optional<CalendarDate> parse_iso_date(std::string_view text);

/// Writes "2026-02-26", "2026-02" or "2026", as precise as the date is.
std::string to_string(const CalendarDate& date);
std::string to_string(const Day& day);

/// A time in seconds since 1970 as "2026-02-26T10:33:35Z" (RFC 3339).
std::string utc_text(std::int64_t seconds);

/// A day as eight digits, "20260226": sorts as bytes in order of time. The form of the value slots.
std::string day_key(const Day& day);
/// The inverse of day_key; nothing for other text.
std::optional<Day> day_from_key(std::string_view key);

}  // namespace dateline
