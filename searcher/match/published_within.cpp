// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/published_within.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

#include "common/fields.h"
#include "common/month_terms.h"
#include "searcher/match/conditions.h"

namespace dateline {
namespace {

using std::chrono::months;
using std::chrono::year_month;
using Xapian::Query;

/// Of more months, to put their posting lists together costs as much as values do.
constexpr int most_months = 30;

/// A range with both ends.
struct Days {
    Day first;
    Day last;
};

Day last_day_of(const year_month& month) {
    return Day(month / std::chrono::last);
}

year_month month_of(const Day& day) {
    return day.year() / day.month();
}

/// The days with an end where they are open, behind which the archives have nothing; nothing if
/// they have no dates at all, or such that two months may have the same term.
std::optional<Days> closed(const Xapian::Database& database, const DateRange& days) {
    constexpr auto years_of_terms = std::chrono::years(341);
    const auto earliest = day_from_key(database.get_value_lower_bound(first_day_slot));
    const auto first_end = day_from_key(database.get_value_lower_bound(last_day_slot));
    const auto last_begin = day_from_key(database.get_value_upper_bound(first_day_slot));
    const auto latest = day_from_key(database.get_value_upper_bound(last_day_slot));
    if (!earliest || !first_end || !last_begin || !latest) return std::nullopt;
    const Days made{days.first.value_or(*first_end), days.last.value_or(*last_begin)};
    if (std::max(*latest, made.last).year() - std::min(*earliest, made.first).year() >=
        years_of_terms)
        return std::nullopt;
    return made;
}

void add_terms(const Day& from, const Day& to, std::vector<Query>& queries) {
    for (const std::string& term : month_terms({from, to})) queries.emplace_back(term);
}

/// What was published in the month of a day, and passes.
Query in_month(const Day& day, const Query& passes) {
    return Query(Query::OP_AND, Query(month_terms({day, day}).front()), passes);
}

}  // namespace

Query published_within(const Xapian::Database& database, const DateRange& days) {
    const std::optional<Days> range = closed(database, days);
    if (!range || range->first > range->last) return date_query(days);
    year_month first = month_of(range->first);
    year_month last = month_of(range->last);
    if (last - first >= months(most_months)) return date_query(days);
    const bool begins_late = range->first.day() != std::chrono::day(1);
    const bool ends_early = range->last != last_day_of(last);
    if (first == last && (begins_late || ends_early))
        return unscored(in_month(range->first, date_query(days)));
    std::vector<Query> parts;
    // Who has the first month cannot begin too late, nor who has the last one end too early.
    if (begins_late) {
        parts.push_back(in_month(range->first,
                                 Query(Query::OP_VALUE_GE, last_day_slot, day_key(range->first))));
        first += months(1);
    }
    if (ends_early) {
        parts.push_back(
            in_month(range->last, Query(Query::OP_VALUE_LE, first_day_slot, day_key(range->last))));
        last -= months(1);
    }
    if (first <= last) add_terms(Day(first / 1), Day(last / 1), parts);
    return unscored(Query(Query::OP_OR, parts.begin(), parts.end()));
}

}  // namespace dateline
