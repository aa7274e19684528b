// SPDX-License-Identifier: GPL-2.0-or-later
// The forms of a day in numbers alone, ISO 8601 and others: a part of the grammar in date_parts.h.
// The readers below begin at the current token, and are called where their first tokens are seen.
#pragma once

#include "indexer/dates/date_parts.h"

namespace dateline {

/// The value of a token as a month or day.
unsigned value_at(const DateTokens& tokens, std::size_t ahead = 0);

/// The year that is meant; years of two digits are 1969 to 2068, as in POSIX.
int full_year(const DateToken& token);

/// A sign that joins numbers: - and / without blanks, or a point with or without one after it.
bool is_joint(const DateTokens& tokens, std::size_t ahead);

/// Sets a month of the year, without a day.
void set_month(DateParts& parts, unsigned month);

/// Reads 20260226, 20260226232244 or 202602262322.
bool read_compact_day(DateParts& parts, DateTokens& tokens);

/// Reads the rest of 2026-W09-4 or 2026W094, after the W; a day that does not exist becomes day 0.
bool read_week_day(DateParts& parts, DateTokens& tokens);

/// Reads the rest of 2026-057, from the joint on; a day that does not exist becomes day 0.
bool read_day_of_year(DateParts& parts, DateTokens& tokens);

/// Reads the rest of 2026-02-26, 2026/2 or 2015. 6. 5., from the joint on.
bool read_numbers_after_year(DateParts& parts, DateTokens& tokens, bool whole);

/// Reads 26/02/2026, 7/8/17, 26.2.2026 and (`whole`) 02/2026, 99-12-31.
bool read_numbers(DateParts& parts, DateTokens& tokens, DayMonthOrder order, bool whole);

}  // namespace dateline
