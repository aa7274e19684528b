// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/dates/date_path.h"

#include <array>

#include "common/ascii.h"

namespace dateline {
namespace {

// Numbers that are years of publication; others in paths are mostly ids.
constexpr int first_path_year = 1500;
constexpr int last_path_year = 2199;

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && ascii::is_digit(text[at + count])) ++count;
    return count;
}

/// The value of a short run of digits.
unsigned value_of(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

bool is_path_year(unsigned year) {
    return year >= first_path_year && year <= last_path_year;
}

std::optional<CalendarDate> date_of(unsigned year, unsigned month, unsigned day,
                                    Precision precision = Precision::day) {
    if (!is_path_year(year)) return std::nullopt;
    const auto made = make_day(static_cast<int>(year), month, day);
    if (!made) return std::nullopt;
    return CalendarDate{*made, precision};
}

/// 2015-06-05, 2015_06_05 or 2015.06.05 at that place.
std::optional<CalendarDate> separated_day_at(std::string_view text, std::size_t at) {
    constexpr std::size_t length = 10;
    if (text.size() < at + length || digits_at(text, at) != 4) return std::nullopt;
    const char joint = text[at + 4];
    if (joint != '-' && joint != '_' && joint != '.') return std::nullopt;
    if (digits_at(text, at + 5) != 2 || text[at + 7] != joint) return std::nullopt;
    if (digits_at(text, at + 8) != 2) return std::nullopt;
    return date_of(value_of(text.substr(at, 4)), value_of(text.substr(at + 5, 2)),
                   value_of(text.substr(at + 8, 2)));
}

/// 2015-06-05 within one segment, at the beginning of any of its numbers.
std::optional<CalendarDate> day_in_segment(std::string_view segment) {
    for (std::size_t at = 0; at < segment.size();) {
        if (auto date = separated_day_at(segment, at)) return date;
        const std::size_t digits = digits_at(segment, at);
        at += digits == 0 ? 1 : digits;
    }
    return std::nullopt;
}

/// 20150605 at the beginning of a segment, also t20150605 (government sites of China).
std::optional<CalendarDate> compact_day(std::string_view segment) {
    if (!segment.empty() && (segment[0] | 32) == 't') segment.remove_prefix(1);
    if (digits_at(segment, 0) != 8) return std::nullopt;
    const unsigned year = value_of(segment.substr(0, 4));
    if (year < 1900 || year > 2099) return std::nullopt;
    return date_of(year, value_of(segment.substr(4, 2)), value_of(segment.substr(6, 2)));
}

bool is_in_month(const CalendarDate& date, const CalendarDate& month) {
    return date.day.year() == month.day.year() && date.day.month() == month.day.month();
}

/// The month that a whole segment is: 06, 6, jun, june; 0 if it is none.
unsigned month_of(std::string_view segment) {
    if (segment.empty()) return 0;
    if (ascii::is_letter(segment[0])) return month_named(segment).value_or(0);
    if (segment.size() > 2 || digits_at(segment, 0) != segment.size()) return 0;
    const unsigned month = value_of(segment);
    return month <= 12 ? month : 0;
}

bool is_number_of(std::string_view segment, std::size_t digits) {
    return segment.size() == digits && digits_at(segment, 0) == digits;
}

/// Whole segments that are a year with its month: 2015-06, 201506.
std::optional<CalendarDate> year_and_month(std::string_view segment) {
    if (is_number_of(segment, 6))
        return date_of(value_of(segment.substr(0, 4)), value_of(segment.substr(4)), 1,
                       Precision::month);
    if (segment.size() != 7 || digits_at(segment, 0) != 4 || digits_at(segment, 5) != 2)
        return std::nullopt;
    if (segment[4] != '-' && segment[4] != '_') return std::nullopt;
    return date_of(value_of(segment.substr(0, 4)), value_of(segment.substr(5)), 1,
                   Precision::month);
}

/// A segment and the two after it, each "" if there is none.
using Segments = std::array<std::string_view, 3>;

bool is_day_number(std::string_view segment) {
    return is_number_of(segment, 1) || is_number_of(segment, 2);
}

/// The date that several segments are together: 2015/06/05, 2015/06, 2018/0424, 2018-04/24.
std::optional<CalendarDate> date_of_segments(const Segments& segments) {
    const auto& [first, second, third] = segments;
    if (const auto month = year_and_month(first)) {
        if (is_day_number(second)) {
            const auto year = static_cast<unsigned>(static_cast<int>(month->day.year()));
            const auto month_number = static_cast<unsigned>(month->day.month());
            if (auto date = date_of(year, month_number, value_of(second))) return date;
        }
        return month;
    }
    if (!is_number_of(first, 4)) return std::nullopt;
    const unsigned year = value_of(first);
    if (is_number_of(second, 4))
        return date_of(year, value_of(second.substr(0, 2)), value_of(second.substr(2)));
    const unsigned month = month_of(second);
    if (month == 0) return std::nullopt;
    if (is_day_number(third))
        if (auto date = date_of(year, month, value_of(third))) return date;
    return date_of(year, month, 1, Precision::month);
}

/// The path of a URL, without its host, query and fragment; other paths as they are.
std::string_view path_of(std::string_view text) {
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos || scheme > 10) return text;
    text.remove_prefix(scheme + 3);
    text = text.substr(0, text.find_first_of("?#"));
    const std::size_t slash = text.find('/');
    return slash == std::string_view::npos ? std::string_view{} : text.substr(slash);
}

std::string_view without_extension(std::string_view name) {
    const std::size_t point = name.rfind('.');
    if (point == std::string_view::npos || point == 0 || point + 1 >= name.size()) return name;
    return ascii::is_letter(name[point + 1]) ? name.substr(0, point) : name;
}

}  // namespace

std::optional<CalendarDate> date_in_path(std::string_view path) {
    std::string_view rest = path_of(path);
    Segments segments;
    std::optional<CalendarDate> month;
    std::optional<CalendarDate> compact;
    for (bool is_name = true; !rest.empty();) {
        const std::size_t slash = rest.rfind('/');
        const std::string_view segment =
            slash == std::string_view::npos ? rest : rest.substr(slash + 1);
        rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(0, slash);
        if (segment.empty() || segment == ".") continue;
        segments = {is_name ? without_extension(segment) : segment, segments[0], segments[1]};
        is_name = false;
        if (const auto day = day_in_segment(segments[0])) return day;
        const auto date = date_of_segments(segments);
        if (date && date->precision == Precision::day) return date;
        if (date && !month) month = date;
        if (!compact) compact = compact_day(segments[0]);
    }
    const bool day_counts = compact && (!month || is_in_month(*compact, *month));
    return day_counts ? compact : month;
}

}  // namespace dateline
