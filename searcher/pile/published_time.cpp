// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/published_time.h"

#include <chrono>

#include "common/ascii.h"
#include "searcher/pile/story_days.h"

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

std::strong_ordering PublishedTime::operator<=>(const PublishedTime& other) const {
    if (const auto order = days.first <=> other.days.first; order != 0) return order;
    return seconds <=> other.seconds;
}

PublishedTime published_time(const Article& article) {
    PublishedTime time;
    if (article.published) time.days = days_of(*article.published);
    if (is_one_day(time.days)) time.seconds = seconds_of(article.instant);
    return time;
}

bool is_earlier(const PublishedTime& first, const PublishedTime& second) {
    if (!first.days.last || !second.days.first) return false;
    if (first.days == second.days && first.seconds && second.seconds)
        return *first.seconds < *second.seconds;
    return *first.days.last < *second.days.first;
}

}  // namespace dateline
