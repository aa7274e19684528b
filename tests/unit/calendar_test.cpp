// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/calendar.h"

#include <doctest/doctest.h>

#include <random>

using namespace dateline;

namespace {

Day some_day(std::mt19937& random) {
    const std::chrono::sys_days first{std::chrono::year{1} / 1 / 1};
    const std::chrono::sys_days last{std::chrono::year{9999} / 12 / 31};
    std::uniform_int_distribution<int> distance(0, static_cast<int>((last - first).count()));
    return Day{first + std::chrono::days{distance(random)}};
}

}  // namespace

TEST_CASE("only days that exist in the years 1 to 9999 are made") {
    CHECK(make_day(2026, 2, 28));
    CHECK(make_day(2024, 2, 29));
    CHECK(make_day(1, 1, 1));
    CHECK(make_day(9999, 12, 31));
    CHECK_FALSE(make_day(2026, 2, 29));
    CHECK_FALSE(make_day(1900, 2, 29));
    CHECK_FALSE(make_day(2026, 0, 1));
    CHECK_FALSE(make_day(2026, 13, 1));
    CHECK_FALSE(make_day(2026, 1, 0));
    CHECK_FALSE(make_day(2026, 1, 257));  // chrono would keep it as day 1
    CHECK_FALSE(make_day(2026, 257, 1));
    CHECK_FALSE(make_day(0, 1, 1));
    CHECK_FALSE(make_day(10000, 1, 1));
    CHECK_FALSE(make_day(65536 + 2026, 1, 1));
}

TEST_CASE("a date without a day means the whole month, and without a month the whole year") {
    const Day day = *make_day(2024, 2, 1);
    CHECK(days_of({day, Precision::day}) == DateRange{day, day});
    CHECK(days_of({day, Precision::month}) == DateRange{day, make_day(2024, 2, 29)});
    CHECK(days_of({*make_day(2024, 1, 1), Precision::year}) ==
          DateRange{make_day(2024, 1, 1), make_day(2024, 12, 31)});
}

TEST_CASE("ISO dates are read exactly or not at all") {
    const auto february = make_day(2026, 2, 1);
    CHECK(parse_iso_date("2026-02-26") == CalendarDate{*make_day(2026, 2, 26), Precision::day});
    CHECK(parse_iso_date("2026-02") == CalendarDate{*february, Precision::month});
    CHECK(parse_iso_date("2026") == CalendarDate{*make_day(2026, 1, 1), Precision::year});
    for (const char* text : {"", "26", "2026-", "2026-2", "2026-02-", "2026-02-3", "2026-02-30",
                             "2026/02/26", "2026-02-26 ", " 2026-02-26", "0000", "2026-13",
                             "20260226", "+026-02-26", "2026-02/26"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso_date(text));
    }
}

TEST_CASE("every day survives being written and read") {
    std::mt19937 random(20260226);
    for (int i = 0; i < 20000; ++i) {
        const Day day = some_day(random);
        CAPTURE(to_string(day));
        REQUIRE(parse_iso_date(to_string(day)) == CalendarDate{day, Precision::day});
        REQUIRE(day_from_key(day_key(day)) == day);
        const CalendarDate month{day.year() / day.month() / 1, Precision::month};
        REQUIRE(parse_iso_date(to_string(month)) == month);
    }
}

TEST_CASE("keys sort as days do") {
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        const Day a = some_day(random);
        const Day b = some_day(random);
        REQUIRE((a < b) == (day_key(a) < day_key(b)));
    }
}

TEST_CASE("keys are eight digits of a day that exists") {
    CHECK(day_key(*make_day(7, 8, 9)) == "00070809");
    for (const char* text : {"", "2026022", "202602266", "2026-2-6", "20260230", "00000101"}) {
        CAPTURE(text);
        CHECK_FALSE(day_from_key(text));
    }
}

TEST_CASE("English months are known by name and by their beginnings") {
    CHECK(month_named("February") == 2U);
    CHECK(month_named("SEPT") == 9U);
    CHECK(month_named("may") == 5U);
    CHECK_FALSE(month_named("ma"));
    CHECK_FALSE(month_named("mays"));
    CHECK_FALSE(month_named(""));
}
