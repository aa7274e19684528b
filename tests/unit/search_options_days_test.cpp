// SPDX-License-Identifier: GPL-2.0-or-later
// The days that options ask for.
#include <doctest/doctest.h>

#include <string>

#include "common/error.h"
#include "searcher/query/tree.h"
#include "tests/unit/asked_options.h"

namespace dateline {
namespace {

TEST_CASE("dates are inclusive days, as precise as they are typed") {
    struct Row {
        Arguments arguments;
        DateRange days;
    };
    const Row rows[] = {
        {{"--on", "2026-02-26"}, {day(2026, 2, 26), day(2026, 2, 26)}},
        {{"--on", "2026-02"}, {day(2026, 2, 1), day(2026, 2, 28)}},
        {{"--since", "2026-02"}, {day(2026, 2, 1), std::nullopt}},
        {{"--until", "2026-02"}, {std::nullopt, day(2026, 2, 28)}},
        {{"--since", "2025", "--until", "2026"}, {day(2025, 1, 1), day(2026, 12, 31)}},
        {{"--since", "7d"}, {day(2026, 2, 22), std::nullopt}},
        {{"--until", "7d"}, {std::nullopt, day(2026, 2, 22)}},
        {{"--until", "2 weeks"}, {std::nullopt, day(2026, 2, 15)}},
        {{"--until", "2W"}, {std::nullopt, day(2026, 2, 15)}},
        {{"--until", "last 2 weeks"}, {std::nullopt, day(2026, 2, 15)}},
        {{"--since", "yesterday", "--today", "2020-01-01"}, {day(2019, 12, 31), std::nullopt}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.arguments);
        CHECK(request(row.arguments).days == row.days);
    }
}

/// The days of a query that is one condition on the date.
DateRange days_of_query(const std::string& query) {
    const Node node = parse_query(query, today);
    REQUIRE(node.kind == NodeKind::range);
    return node.days;
}

TEST_CASE("options and the query language mean the same days") {
    for (const std::string form :
         {"2026",        "2026-02",   "2026-02-26", "20260226",   "26 February 2026", "Feb 2026",
          "today",       "yesterday", "last week",  "this month", "last year",        "monday",
          "last friday", "7d",        "2w",         "2 weeks",    "last 3 months",    "1y",
          "7 days ago",  "0001",      "9999"}) {
        CAPTURE(form);
        const auto option = [&](const std::string& name) {
            const std::string argument = "--" + name + "=" + form;
            return request({argument}).days;
        };
        const auto query = [&](const std::string& sign) {
            return days_of_query("date:\"" + sign + form + "\"");
        };
        CHECK(option("since") == query(">="));
        CHECK(option("until") == query("<="));
        CHECK(option("on") == query(""));
    }
}

TEST_CASE("the days after and before a date are all but those up to it and from it on") {
    for (const std::string form : {"2026", "2026-02", "2026-02-26", "yesterday", "last week", "7d",
                                   "2 weeks", "7 days ago"}) {
        CAPTURE(form);
        const auto query = [&](const std::string& sign) {
            return days_of_query("date:\"" + sign + form + "\"");
        };
        CHECK(std::chrono::sys_days(*query(">").first) ==
              std::chrono::sys_days(*query("<=").last) + std::chrono::days(1));
        CHECK(std::chrono::sys_days(*query("<").last) ==
              std::chrono::sys_days(*query(">=").first) - std::chrono::days(1));
        CHECK_FALSE(query(">").last);
        CHECK_FALSE(query("<").first);
    }
}

}  // namespace
}  // namespace dateline
