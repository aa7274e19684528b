// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/conditions.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/date_terms.h"
#include "common/fields.h"

namespace dateline {

using Xapian::Query;

Query unscored(const Query& query) {
    return Query(Query::OP_SCALE_WEIGHT, query, 0);
}

Query number_query(const Matcher& matcher) {
    constexpr std::uint64_t most = 99'999'999;
    return unscored(Query(Query::OP_VALUE_RANGE, field(matcher.field).slot,
                          fmt::format("{:08}", std::min(matcher.low, most)),
                          fmt::format("{:08}", std::min(matcher.high, most))));
}

Query undated_query() {
    return unscored(Query(month_terms({}).front()));
}

Query date_query(const DateRange& days) {
    // An article covers its first to its last day (a month, a year); an empty slot is no date.
    const std::string until = days.last ? day_key(*days.last) : "99999999";
    const std::string since = days.first ? day_key(*days.first) : "00000000";
    return unscored(Query(Query::OP_AND,
                          Query(Query::OP_VALUE_RANGE, first_day_slot, "00000000", until),
                          Query(Query::OP_VALUE_GE, last_day_slot, since)));
}

Query days_within(const Day& first, const Day& last) {
    return unscored(Query(Query::OP_AND, Query(Query::OP_VALUE_GE, first_day_slot, day_key(first)),
                          Query(Query::OP_VALUE_RANGE, last_day_slot, "00000000", day_key(last))));
}

Query stated_query(std::string_view name) {
    if (field(name).of_archive) return unscored(Query::MatchAll);
    return unscored(Query(make_term(stated_prefix, name)));
}

}  // namespace dateline
