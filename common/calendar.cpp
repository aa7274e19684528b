// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/calendar.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <ctime>

#include "common/ascii.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// The value of text[from, from + count) if all of them are digits.
std::optional<int> digits_at(std::string_view text, std::size_t from, std::size_t count) {
    if (from + count > text.size()) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

void append_digits(std::string& out, unsigned value, unsigned count) {
    std::array<char, 4> digits{};
    for (unsigned i = count; i-- > 0; value /= 10) digits[i] = static_cast<char>('0' + value % 10);
    out.append(digits.data(), count);
}

std::string written(const Day& day, Precision precision, std::string_view separator) {
    std::string out;
    append_digits(out, static_cast<unsigned>(static_cast<int>(day.year())), 4);
    if (precision == Precision::year) return out;
    out += separator;
    append_digits(out, static_cast<unsigned>(day.month()), 2);
    if (precision == Precision::month) return out;
    out += separator;
    append_digits(out, static_cast<unsigned>(day.day()), 2);
    return out;
}

}  // namespace

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999 || month > 12 || day > 31) return std::nullopt;
    const Day made{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!made.ok()) return std::nullopt;
    return made;
}

DateRange days_of(const CalendarDate& date) {
    const auto year = date.day.year();
    switch (date.precision) {
        case Precision::day:
            return {date.day, date.day};
        case Precision::month:
            return {year / date.day.month() / 1, Day{year / date.day.month() / std::chrono::last}};
        case Precision::year:
            return {year / std::chrono::January / 1, year / std::chrono::December / 31};
    }
    return {};
}

std::optional<unsigned> month_named(std::string_view name) {
    if (name.size() < 3) return std::nullopt;
    for (unsigned i = 0; i < month_names.size(); ++i)
        if (ascii::starts_ignoring_case(month_names[i], name)) return i + 1;
    return std::nullopt;
}

std::string_view month_name(const Day& day) {
    return month_names[static_cast<unsigned>(day.month()) - 1];
}

std::optional<CalendarDate> parse_iso_date(std::string_view text) {
    const bool has_month = text.size() >= 7;
    const bool has_day = text.size() == 10;
    if (text.size() != 4 && text.size() != 7 && !has_day) return std::nullopt;
    if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return std::nullopt;
    const auto year = digits_at(text, 0, 4);
    const auto month = has_month ? digits_at(text, 5, 2) : 1;
    const auto day = has_day ? digits_at(text, 8, 2) : 1;
    if (!year || !month || !day) return std::nullopt;
    const auto made = make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (!made) return std::nullopt;
    return CalendarDate{*made, has_day     ? Precision::day
                               : has_month ? Precision::month
                                           : Precision::year};
}

std::string to_string(const CalendarDate& date) {
    return written(date.day, date.precision, "-");
}

std::string to_string(const Day& day) {
    return written(day, Precision::day, "-");
}

std::string utc_text(std::int64_t seconds) {
    return fmt::format("{:%FT%TZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

std::string day_key(const Day& day) {
    return written(day, Precision::day, "");
}

std::optional<Day> day_from_key(std::string_view key) {
    if (key.size() != 8) return std::nullopt;
    const auto year = digits_at(key, 0, 4);
    const auto month = digits_at(key, 4, 2);
    const auto day = digits_at(key, 6, 2);
    if (!year || !month || !day) return std::nullopt;
    return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

}  // namespace dateline
