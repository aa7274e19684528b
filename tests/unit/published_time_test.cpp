// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/published_time.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

PublishedTime time_of(const std::string& date, const std::string& clock = "") {
    Article article;
    article.published = parse_iso_date(date);
    if (!clock.empty()) article.instant = date + clock;
    return published_time(article);
}

}  // namespace

TEST_CASE("seconds are those of the stated time, in its zone") {
    CHECK(seconds_of("1970-01-02T00:00:01") == 86401);
    CHECK(seconds_of("1970-01-02T01:00:00Z") == 90000);
    CHECK(seconds_of("1970-01-02T01:00:00+01:00") == 86400);
    CHECK(seconds_of("1970-01-01T23:00:00-01:30") == 88200);
    for (const char* none : {"", "1970-01-02", "1970-01-02T", "1970-01-02Tab:cd"}) {
        CAPTURE(none);
        CHECK_FALSE(seconds_of(none).has_value());
    }
}

TEST_CASE("earlier is what is of an earlier day, or of one day by the time if both state it") {
    struct Row {
        PublishedTime first;
        PublishedTime second;
        bool earlier;
    };
    const std::vector<Row> rows{
        {time_of("2026-02-26"), time_of("2026-02-27"), true},
        {time_of("2026-02-26"), time_of("2026-02-26"), false},
        {time_of("2026-02-26", "T10:00:00"), time_of("2026-02-26", "T11:00:00"), true},
        {time_of("2026-02-26", "T10:00:00"), time_of("2026-02-26", "T10:00:00"), false},
        {time_of("2026-02-26", "T11:00:00+03:00"), time_of("2026-02-26", "T10:00:00"), true},
        {time_of("2026-02-26", "T10:00:00"), time_of("2026-02-26"), false},
        {time_of("2026-02-26"), time_of("2026-02-26", "T10:00:00"), false},
        {time_of("2026-01"), time_of("2026-02-01"), true},
        {time_of("2026-02"), time_of("2026-02-27"), false},
        {time_of("2026-02-01"), time_of("2026-02"), false},
        {time_of("2026-02-01"), time_of("2026-03"), true},
        {time_of(""), time_of("2026-02-26"), false},
        {time_of("2026-02-26"), time_of(""), false},
        {time_of(""), time_of(""), false},
    };
    for (const auto& [first, second, earlier] : rows) {
        CAPTURE(&first - &rows.front().first);
        CHECK(is_earlier(first, second) == earlier);
        if (earlier) CHECK_FALSE(is_earlier(second, first));
    }
}

TEST_CASE("what is earlier than one is earlier than all behind it in order of time") {
    std::vector<PublishedTime> times{time_of(""), time_of("2025"), time_of("2026-02")};
    for (const char* date : {"2026-01-31", "2026-02-01", "2026-02-26", "2026-03-01"}) {
        times.push_back(time_of(date));
        for (const char* clock : {"T10:00:00", "T10:00:00+05:00", "T23:30:00-04:00"})
            times.push_back(time_of(date, clock));
    }
    for (const PublishedTime& earlier : times)
        for (const PublishedTime& one : times)
            for (const PublishedTime& behind : times)
                if (is_earlier(earlier, one) && one <= behind) CHECK(is_earlier(earlier, behind));
}

}  // namespace dateline
