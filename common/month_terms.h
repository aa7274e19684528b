// SPDX-License-Identifier: GPL-2.0-or-later
// The months of publication as terms: those of an article, and those in which what is near in time
// to it was published. Values tell the day, but only of one article after the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/calendar.h"

namespace dateline {

/// + the number of the month in two characters (term_digits), a third of the bytes that six digits
/// take; nothing behind it: undated.
inline constexpr std::string_view month_prefix = "M";

/// The terms of the months of these days, both ends of which are there or neither; in order of
/// time. Months that are 4,096 apart, 341 years, have the same.
std::vector<std::string> month_terms(const DateRange& days);

}  // namespace dateline
