// SPDX-License-Identifier: GPL-2.0-or-later
// Counts of articles by their days -> bars of days, weeks, months or years without gaps. Knows no
// index: facets.h does the counting.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/calendar.h"
#include "searcher/result.h"

namespace dateline {

/// Articles whose date covers the same days, first to last.
struct DatedCount {
    Day first{};
    Day last{};
    std::uint64_t articles = 0;
    std::map<std::string, std::uint64_t> parts;  ///< value of the columns' field -> articles
};

/// More bars are not made: a wrong date must not give a line for each day since the year 1.
inline constexpr std::size_t most_bars = 4000;

/// Nor a table of more cells: its commonest columns are kept, all others are one.
inline constexpr std::size_t most_cells = 4'000'000;

/// What gives a readable number of bars from one day to the other: one a line, or side by side.
Period suiting_period(const Day& first, const Day& last, bool side_by_side = false);

/// The first and the last day of the period that a day is in. Weeks begin on Monday.
std::pair<Day, Day> period_of(Period period, const Day& day);

/// "2026-02-26", "2026-02", "2026"; a week is named by its Monday.
std::string period_label(Period period, const Day& first);
/// The same of a bar, or "earlier".
std::string label_of(const Timeline& timeline, const TimelineBar& bar);
std::string_view period_name(Period period);
std::optional<Period> period_named(std::string_view name);

/// What is to be drawn: matches, all articles for --share (or nullptr), and the days asked for.
struct TimelineCounts {
    const std::vector<DatedCount>& matches;
    const std::vector<DatedCount>* all = nullptr;
    DateRange days;
    std::size_t columns = 6;  ///< at most
    bool side_by_side = false;
};

/// The bars, from the first day asked for (else that of the first match) to the last one. A date
/// that covers more than one period counts in `coarse`. `period` is taken coarser where it would
/// give more than most_bars. Columns are the commonest values of the parts.
Timeline make_timeline(const TimelineCounts& counts, std::optional<Period> period);

/// The numbers of the bars that stand out, at most five, the highest first.
std::vector<std::size_t> peaks_of(const Timeline& timeline);

}  // namespace dateline
