// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/published_time.h"

#include <chrono>

#include "common/ascii.h"
#include "common/calendar.h"

namespace dateline {
namespace {

std::optional<int> number_at(std::string_view text, std::size_t begin, std::size_t digits) {
    if (text.size() < begin + digits) return std::nullopt;
    int number = 0;
    for (const char c : text.substr(begin, digits)) {
        if (!ascii::is_digit(c)) return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

}  // namespace

std::optional<std::int64_t> seconds_of(std::string_view instant) {
    const auto date = parse_iso_date(instant.substr(0, 10));
    const auto hour = number_at(instant, 11, 2);
    const auto minute = number_at(instant, 14, 2);
    if (!date || !hour || !minute) return std::nullopt;
    std::int64_t minutes = *hour * 60 + *minute;
    const std::size_t zone = instant.find_first_of("+-", 16);
    if (zone != std::string_view::npos) {
        const int east = number_at(instant, zone + 1, 2).value_or(0) * 60 +
                         number_at(instant, zone + 4, 2).value_or(0);
        minutes -= instant[zone] == '+' ? east : -east;
    }
    const auto days = std::chrono::sys_days(date->day).time_since_epoch().count();
    return (std::int64_t{days} * 24 * 60 + minutes) * 60 + number_at(instant, 17, 2).value_or(0);
}

}  // namespace dateline
