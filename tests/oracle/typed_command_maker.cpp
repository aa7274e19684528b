// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/fields.h"
#include "tests/oracle/typed_command.h"

namespace dateline::oracle {
namespace {

Day day(int year, unsigned month, unsigned number) {
    return *make_day(year, month, number);
}

Day moved(const Day& from, int days) {
    return Day(std::chrono::sys_days(from) + std::chrono::days(days));
}

/// What people type for days before oracle_today, a Saturday.
std::vector<TypedDays> relative_days() {
    const Day today = oracle_today;
    return {{"today", {today, today}},
            {"yesterday", {moved(today, -1), moved(today, -1)}},
            {"last week", {day(2026, 2, 16), day(2026, 2, 22)}},
            {"this week", {day(2026, 2, 23), day(2026, 3, 1)}},
            {"last month", {day(2026, 1, 1), day(2026, 1, 31)}},
            {"this month", {day(2026, 2, 1), day(2026, 2, 28)}},
            {"last year", {day(2025, 1, 1), day(2025, 12, 31)}},
            {"7d", {moved(today, -7), today}},
            {"2w", {moved(today, -14), today}},
            {"2 weeks", {moved(today, -14), today}},
            {"1y", {day(2025, 2, 28), today}},
            {"friday", {day(2026, 2, 27), day(2026, 2, 27)}}};
}

/// One date, as precise as it is by chance: 2026, 2026-02, 2026-02-26, 26 February 2026.
TypedDays one_date(TypedQueryMaker& maker, const Day& near) {
    static constexpr auto months =
        std::to_array<const char*>({"January", "February", "March", "April", "May", "June", "July",
                                    "August", "September", "October", "November", "December"});
    const auto month = static_cast<unsigned>(near.month());
    const DateRange in_month =
        days_of({day(static_cast<int>(near.year()), month, 1), Precision::month});
    switch (maker.pick(6)) {
        case 0:
            return {fmt::format("{}", static_cast<int>(near.year())),
                    {day(static_cast<int>(near.year()), 1, 1),
                     day(static_cast<int>(near.year()), 12, 31)}};
        case 1:
            return {to_string(near).substr(0, 7), in_month};
        case 2:
            return {fmt::format("{} {} {}", static_cast<unsigned>(near.day()), months[month - 1],
                                static_cast<int>(near.year())),
                    {near, near}};
        case 3:
            return {fmt::format("{} {}", std::string(months[month - 1]).substr(0, 3),
                                static_cast<int>(near.year())),
                    in_month};
        default:
            return {to_string(near), {near, near}};
    }
}

/// A sign before the date, or a range of two.
TypedDays with_sign(TypedQueryMaker& maker, const TypedDays& date, const TypedDays& other) {
    const auto& [first, last] = date.days;
    switch (maker.pick(8)) {
        case 0:
            return {">" + date.typed, {moved(*last, 1), {}}};
        case 1:
            return {">=" + date.typed, {first, {}}};
        case 2:
            return {"<" + date.typed, {{}, moved(*first, -1)}};
        case 3:
            return {"<=" + date.typed, {{}, last}};
        case 4:
            return {date.typed + "..", {first, {}}};
        case 5:
            return {".." + date.typed, {{}, last}};
        case 6:
            if (*first <= *other.days.last)
                return {date.typed + ".." + other.typed, {first, other.days.last}};
            return date;
        default:
            return date;
    }
}

std::optional<Day> some_day(TypedQueryMaker& maker, const std::string& typed) {
    const auto date = parse_iso_date(typed);
    if (!date) return std::nullopt;
    return moved(date->day, static_cast<int>(maker.pick(3)) - 1);
}

void add_filters(TypedQueryMaker& maker, TypedCommand& command) {
    for (const Field& row : fields()) {
        if (row.flag.empty() || !maker.one_in(6)) continue;
        const std::string name(row.name);
        for (std::size_t more = 1 + maker.pick(2); more > 0; --more) {
            std::string value = maker.value(name);
            if (value.empty()) continue;
            if (maker.one_in(40)) value = "&";  // has no word, and finds none
            const bool one_word = value.find(' ') == value.npos && value.size() > 3;
            const bool ascii = std::ranges::all_of(value, [](char c) { return c > 0; });
            if (one_word && ascii && maker.one_in(5)) value = value.substr(0, 2) + "*";
            const std::size_t blank = value.rfind(' ');
            if (ascii && blank != value.npos && blank + 3 < value.size() && maker.one_in(5) &&
                row.match == Match::names)
                value = value.substr(0, blank + 3) + "*";
            command.filters.push_back({name, value});
        }
    }
}

/// One date, or one that is so long ago: from then, until then.
TypedDays end_of_days(TypedQueryMaker& maker, bool until) {
    if (maker.one_in(4)) {
        static const std::vector<TypedDays> relative = relative_days();
        TypedDays found = relative[maker.pick(relative.size())];
        const bool ago = found.typed.find_first_of("0123456789") == 0;
        if (until && ago) found.days.last = found.days.first;
        return found;
    }
    const auto near = some_day(maker, maker.value("date"));
    return one_date(maker, near.value_or(oracle_today));
}

void add_days(TypedQueryMaker& maker, TypedCommand& command) {
    if (maker.one_in(8)) command.since = end_of_days(maker, false);
    if (maker.one_in(8)) command.until = end_of_days(maker, true);
    if (!command.since && !command.until && maker.one_in(10)) {
        command.on = maker.days();
        // Signs belong to the query; --on takes dates and ranges.
        if (command.on->typed[0] == '<' || command.on->typed[0] == '>') command.on.reset();
    }
}

void add_counts(TypedQueryMaker& maker, TypedCommand& command) {
    std::vector<std::string> countable{"year", "month", "day"};
    for (const Field& row : fields())
        if (row.facet) countable.emplace_back(row.name);
    command.by.push_back(countable[maker.pick(countable.size())]);
    static const std::vector<std::string> periods{"auto", "day", "week", "month", "year"};
    command.period = periods[maker.pick(periods.size())];
    command.share = maker.one_in(2);
    if (command.asked == Asked::timeline && maker.one_in(2)) command.by.clear();
}

}  // namespace

TypedDays TypedQueryMaker::days() {
    static const std::vector<TypedDays> relative = relative_days();
    if (one_in(5)) {
        TypedDays found = relative[pick(relative.size())];
        return found;
    }
    const auto near = some_day(*this, value("date"));
    const TypedDays date = one_date(*this, near.value_or(oracle_today));
    const auto later = some_day(*this, value("date"));
    return with_sign(*this, date, one_date(*this, later.value_or(oracle_today)));
}

TypedCommand make_command(TypedQueryMaker& maker) {
    static constexpr auto kinds =
        std::to_array<Asked>({Asked::list, Asked::pages, Asked::folded, Asked::any, Asked::any,
                              Asked::sorted, Asked::count, Asked::by, Asked::timeline});
    TypedCommand command;
    command.style = static_cast<unsigned>(maker.pick(10'000));
    command.asked = kinds[maker.pick(kinds.size())];
    command.order = maker.one_in(2) ? "newest" : "oldest";
    if (maker.one_in(4)) add_filters(maker, command);
    add_days(maker, command);
    const bool filtered = !command.filters.empty() || command.since || command.until || command.on;
    if (!filtered || !maker.one_in(10)) command.query = maker.query();
    add_counts(maker, command);
    if (!days_let_through(command)) command.since.reset();
    return command;
}

}  // namespace dateline::oracle
