// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/relative_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// The day, moved into the years that exist.
Day in_calendar(const sys_days& day) {
    const sys_days first{std::chrono::year{1} / 1 / 1};
    const sys_days last{std::chrono::year{9999} / 12 / 31};
    return Day{std::clamp(day, first, last)};
}

/// `count` months before; the last day of the month where the day does not exist.
Day months_before(const Day& day, int count) {
    const int months = static_cast<int>(day.year()) * 12 +
                       static_cast<int>(static_cast<unsigned>(day.month())) - 1 - count;
    if (months < 12) return Day{std::chrono::year{1} / 1 / 1};
    const auto month = std::chrono::year{months / 12} / (months % 12 + 1);
    const Day same = month / day.day();
    return same.ok() ? same : Day{month / std::chrono::last};
}

/// The last such weekday before today.
std::optional<TypedDays> weekday_before(std::string_view word, const Day& today) {
    constexpr std::array<std::string_view, 7> names = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    if (word.size() < 3) return std::nullopt;
    const auto named = std::find_if(names.begin(), names.end(),
                                    [&](std::string_view name) { return name.starts_with(word); });
    if (named == names.end()) return std::nullopt;
    const auto wanted = static_cast<unsigned>(named - names.begin()) + 1;
    const unsigned now = std::chrono::weekday{sys_days{today}}.iso_encoding();
    const unsigned back = now > wanted ? now - wanted : now + 7 - wanted;
    return one_day(in_calendar(sys_days{today} - days{static_cast<int>(back)}));
}

/// The whole week, month or year, `back` of them before this one.
std::optional<TypedDays> period(std::string_view unit, int back, const Day& today) {
    if (unit == "week") {
        const auto past_monday = std::chrono::weekday{sys_days{today}}.iso_encoding() - 1;
        const sys_days monday =
            sys_days{today} - days{static_cast<int>(past_monday)} - days{7 * back};
        return TypedDays{in_calendar(monday), in_calendar(monday + days{6})};
    }
    const Day first_of_month{today.year() / today.month() / 1};
    if (unit == "month") return all_of({months_before(first_of_month, back), Precision::month});
    if (unit == "year") return all_of({months_before(first_of_month, 12 * back), Precision::year});
    return std::nullopt;
}

/// 7d, 2 weeks, and with `ago` that one day.
std::optional<TypedDays> length_of_time(const std::vector<std::string>& words, const Day& today) {
    struct Unit {
        std::string_view names;
        int in_days;
        int in_months;
    };
    constexpr std::array<Unit, 4> units = {{{" d day days ", 1, 0},
                                            {" w week weeks ", 7, 0},
                                            {" m month months ", 0, 1},
                                            {" y year years ", 0, 12}}};
    const bool ago = words.size() == 3 && words[2] == "ago";
    if (words.size() != 2 && !ago) return std::nullopt;
    const auto count = number_of(words[0]);
    if (!count) return std::nullopt;
    for (const Unit& unit : units) {
        if (unit.names.find(fmt::format(" {} ", words[1])) == std::string_view::npos) continue;
        const Day start = unit.in_days != 0
                              ? in_calendar(sys_days{today} - days{*count * unit.in_days})
                              : months_before(today, *count * unit.in_months);
        return TypedDays{start, ago ? start : today, !ago};
    }
    return std::nullopt;
}

}  // namespace

TypedDays one_day(const Day& day) {
    return {day, day};
}

TypedDays all_of(const CalendarDate& date) {
    const DateRange range = days_of(date);
    return {*range.first, *range.last};
}

std::optional<int> number_of(std::string_view word) {
    constexpr std::size_t most_digits = 6;
    if (word.empty() || word.size() > most_digits) return std::nullopt;
    int value = 0;
    for (const char c : word) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<TypedDays> relative_date(const std::vector<std::string>& words, const Day& today) {
    if (words.size() == 1) {
        if (words[0] == "today") return one_day(today);
        if (words[0] == "yesterday") return one_day(in_calendar(sys_days{today} - days{1}));
        return weekday_before(words[0], today);
    }
    if (words.size() == 2 && (words[0] == "this" || words[0] == "last")) {
        const bool last = words[0] == "last";
        if (auto found = period(words[1], last ? 1 : 0, today)) return found;
        return last ? weekday_before(words[1], today) : std::nullopt;
    }
    if (words.size() == 3 && (words[0] == "last" || words[0] == "past"))
        return length_of_time({words[1], words[2]}, today);
    return length_of_time(words, today);
}

}  // namespace dateline
