// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/story_days.h"

#include <algorithm>
#include <chrono>

#include "common/fields.h"

namespace dateline {
namespace {

using std::chrono::sys_days;

int days_from(const Day& first, const Day& last) {
    return static_cast<int>((sys_days(last) - sys_days(first)).count());
}

Day moved(const Day& day, int days) {
    const Day result{sys_days(day) + std::chrono::days(days)};
    return make_day(int(result.year()), unsigned(result.month()), unsigned(result.day()))
        .value_or(day);
}

}  // namespace

DateRange days_of_article(const Xapian::Document& article) {
    return {day_from_key(article.get_value(first_day_slot)),
            day_from_key(article.get_value(last_day_slot))};
}

bool is_one_day(const DateRange& days) {
    return days.first && days.first == days.last;
}

std::optional<int> days_between(const DateRange& a, const DateRange& b) {
    if (!a.first || !b.first) return std::nullopt;
    return std::max({0, days_from(*a.last, *b.first), days_from(*b.last, *a.first)});
}

DateRange days_around(const DateRange& days, int more) {
    return {moved(*days.first, -more), moved(*days.last, more)};
}

}  // namespace dateline
