// SPDX-License-Identifier: GPL-2.0-or-later
// Typed dates that depend on today: yesterday, last week, monday, 7d. A part of date_filter.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/calendar.h"

namespace dateline {

/// The days of one date; `ago` if it was a length of time (7d), which begins there and ends today.
struct TypedDays {
    Day first;
    Day last;
    bool ago = false;
};

TypedDays one_day(const Day& day);
TypedDays all_of(const CalendarDate& date);

/// The value of a word of at most six digits.
std::optional<int> number_of(std::string_view word);

/// The days meant by those words, in small letters; nothing if they are no such date. Days before
/// the year 1 become its first day.
std::optional<TypedDays> relative_date(const std::vector<std::string>& words, const Day& today);

}  // namespace dateline
