// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/timeline.h"

#include <algorithm>

namespace dateline {
namespace {

namespace chrono = std::chrono;

constexpr std::size_t most_peaks = 5;

const Day latest_day{chrono::year{9999}, chrono::December, chrono::day{31}};
const Day earliest_day{chrono::year{1}, chrono::January, chrono::day{1}};

long days_between(const Day& first, const Day& last) {
    return (chrono::sys_days(last) - chrono::sys_days(first)).count();
}

Day moved(const Day& day, int days) {
    const Day result{chrono::sys_days(day) + chrono::days(days)};
    return std::clamp(result, earliest_day, latest_day);
}

std::size_t bars_between(Period period, const Day& first, const Day& last) {
    const auto days = static_cast<std::size_t>(std::max(0L, days_between(first, last)));
    switch (period) {
        case Period::day:
            return days + 1;
        case Period::week:
            return days / 7 + 1;
        case Period::month:
            return days / 30 + 1;
        case Period::year:
            return days / 365 + 1;
    }
    return 0;
}

Period coarser(Period period) {
    switch (period) {
        case Period::day:
            return Period::week;
        case Period::week:
            return Period::month;
        case Period::month:
        case Period::year:
            return Period::year;
    }
    return Period::year;
}

/// First and last day of the bars; nothing if no date is known to the period.
std::optional<std::pair<Day, Day>> extent(const TimelineCounts& counts, Period period) {
    std::optional<std::pair<Day, Day>> days;
    for (const DatedCount& count : counts.matches) {
        if (count.last > period_of(period, count.first).second) continue;  // in no bar
        if (!days) days.emplace(count.first, count.last);
        days->first = std::min(days->first, count.first);
        days->second = std::max(days->second, count.last);
    }
    if (!days && counts.days.first && counts.days.last && !counts.matches.empty())
        days.emplace(*counts.days.first, *counts.days.last);
    if (!days) return days;
    if (counts.days.first) days->first = *counts.days.first;
    if (counts.days.last) days->second = *counts.days.last;
    if (days->first > days->second) return std::nullopt;
    return days;
}

/// Of what is dated, however roughly.
Period suiting_period_of(const TimelineCounts& counts) {
    const auto days = extent(counts, Period::year);
    return days ? suiting_period(days->first, days->second, counts.side_by_side) : Period::year;
}

std::vector<TimelineBar> empty_bars(Period period, const Day& first, const Day& last) {
    std::vector<TimelineBar> bars;
    for (Day day = first; day <= last;) {
        const auto [begin, end] = period_of(period, day);
        bars.emplace_back();
        bars.back().first = begin;
        bars.back().last = end;
        if (end == latest_day) break;
        day = moved(end, 1);
    }
    return bars;
}

/// The bar that has all of the days; nullptr if none has.
TimelineBar* bar_of(std::vector<TimelineBar>& bars, const DatedCount& count) {
    const auto after = std::ranges::upper_bound(bars, count.first, {}, &TimelineBar::first);
    if (after == bars.begin()) return nullptr;
    TimelineBar& bar = *(after - 1);
    return count.last <= bar.last ? &bar : nullptr;
}

std::vector<std::string> commonest_values(const std::vector<DatedCount>& counts, std::size_t most) {
    std::map<std::string, std::uint64_t> totals;
    for (const DatedCount& count : counts)
        for (const auto& [value, articles] : count.parts) totals[value] += articles;
    std::vector<std::pair<std::string, std::uint64_t>> values(totals.begin(), totals.end());
    std::ranges::stable_sort(values, std::ranges::greater{},
                             &std::pair<std::string, std::uint64_t>::second);
    std::vector<std::string> columns;
    for (const auto& [value, articles] : values)
        if (columns.size() < most) columns.push_back(value);
    return columns;
}

void add_matches(const std::vector<DatedCount>& matches, Timeline& timeline) {
    std::map<std::string_view, std::size_t> columns;
    for (std::size_t i = 0; i < timeline.columns.size(); ++i) columns[timeline.columns[i]] = i;
    for (TimelineBar& bar : timeline.bars) bar.parts.assign(timeline.columns.size(), 0);
    for (const DatedCount& count : matches) {
        TimelineBar* bar = bar_of(timeline.bars, count);
        if (bar == nullptr) {
            timeline.coarse += count.articles;
            continue;
        }
        bar->articles += count.articles;
        for (const auto& [value, articles] : count.parts) {
            const auto column = columns.find(value);
            if (column != columns.end()) bar->parts[column->second] += articles;
        }
    }
}

}  // namespace

Period suiting_period(const Day& first, const Day& last, bool side_by_side) {
    const std::size_t readable_days = side_by_side ? 92 : 45;
    const std::size_t readable_weeks = side_by_side ? 80 : 40;
    const std::size_t readable_months = side_by_side ? 180 : 60;
    if (bars_between(Period::day, first, last) <= readable_days) return Period::day;
    if (bars_between(Period::week, first, last) <= readable_weeks) return Period::week;
    return bars_between(Period::month, first, last) <= readable_months ? Period::month
                                                                       : Period::year;
}

std::pair<Day, Day> period_of(Period period, const Day& day) {
    switch (period) {
        case Period::day:
            return {day, day};
        case Period::week: {
            const unsigned number = chrono::weekday(chrono::sys_days(day)).iso_encoding();
            return {moved(day, 1 - static_cast<int>(number)),
                    moved(day, 7 - static_cast<int>(number))};
        }
        case Period::month: {
            const Day first{day.year(), day.month(), chrono::day{1}};
            return {first, Day{chrono::year_month_day_last{day.year(),
                                                           chrono::month_day_last{day.month()}}}};
        }
        case Period::year:
            return {Day{day.year(), chrono::January, chrono::day{1}},
                    Day{day.year(), chrono::December, chrono::day{31}}};
    }
    return {day, day};
}

std::string period_label(Period period, const Day& first) {
    switch (period) {
        case Period::day:
        case Period::week:
            return to_string(first);
        case Period::month:
            return to_string(CalendarDate{first, Precision::month});
        case Period::year:
            return to_string(CalendarDate{first, Precision::year});
    }
    return "";
}

std::string label_of(const Timeline& timeline, const TimelineBar& bar) {
    return bar.earlier ? "earlier" : period_label(timeline.period, bar.first);
}

std::string_view period_name(Period period) {
    switch (period) {
        case Period::day:
            return "day";
        case Period::week:
            return "week";
        case Period::month:
            return "month";
        case Period::year:
            return "year";
    }
    return "";
}

std::optional<Period> period_named(std::string_view name) {
    for (const Period period : {Period::day, Period::week, Period::month, Period::year})
        if (period_name(period) == name) return period;
    return std::nullopt;
}

Timeline make_timeline(const TimelineCounts& counts, std::optional<Period> period) {
    Timeline timeline;
    timeline.period = period ? *period : suiting_period_of(counts);
    auto days = extent(counts, timeline.period);
    while (days && timeline.period != Period::year &&
           bars_between(timeline.period, days->first, days->second) > most_bars) {
        timeline.period = coarser(timeline.period);
        days = extent(counts, timeline.period);
    }
    if (days) {
        timeline.bars = empty_bars(timeline.period, days->first, days->second);
        timeline.columns = commonest_values(
            counts.matches, std::min(counts.columns, most_cells / timeline.bars.size()));
    }
    add_matches(counts.matches, timeline);
    if (counts.all == nullptr) return timeline;
    for (TimelineBar& bar : timeline.bars) bar.of = 0;
    for (const DatedCount& count : *counts.all)
        if (TimelineBar* bar = bar_of(timeline.bars, count)) *bar->of += count.articles;
    return timeline;
}

std::vector<std::size_t> peaks_of(const Timeline& timeline) {
    const std::vector<TimelineBar>& bars = timeline.bars;
    std::vector<std::size_t> peaks;
    if (bars.size() < 3) return peaks;
    const auto height = [&](std::size_t i) {
        if (i >= bars.size()) return 0.0;
        const auto articles = static_cast<double>(bars[i].articles);
        if (!bars[i].of) return articles;
        return *bars[i].of == 0 ? 0.0 : articles / static_cast<double>(*bars[i].of);
    };
    double sum = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) sum += height(i);
    const double high = 1.5 * sum / static_cast<double>(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const bool first_of_its_height = i == 0 || height(i) > height(i - 1);
        if (bars[i].articles >= 2 && height(i) >= high && first_of_its_height &&
            height(i) >= height(i + 1))
            peaks.push_back(i);
    }
    std::ranges::stable_sort(peaks, std::ranges::greater{}, height);
    peaks.resize(std::min({peaks.size(), most_peaks, 1 + bars.size() / 8}));
    return peaks;
}

}  // namespace dateline
