// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/date_filter.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "common/error.h"

using namespace dateline;

namespace {

const Day today{std::chrono::year{2026} / 2 / 26};  // a Thursday

std::string written(const DateRange& range) {
    std::string text = range.first ? to_string(*range.first) : "";
    text += "..";
    return text += range.last ? to_string(*range.last) : "";
}

std::string message_for(const std::string& typed) {
    try {
        return "no error, but " + written(parse_date_filter(typed, today, "--on"));
    } catch (const Error& error) {
        return std::string(error.what()) + " | " + error.hint();
    }
}

}  // namespace

TEST_CASE("typed dates mean whole calendar days") {
    struct Row {
        const char* typed;
        const char* days;
    };
    const Row rows[] = {
        {"2026", "2026-01-01..2026-12-31"},
        {"2024-02", "2024-02-01..2024-02-29"},
        {"2026-02-26", "2026-02-26..2026-02-26"},
        {"2026-2-6", "2026-02-06..2026-02-06"},
        {"2026/02/26", "2026-02-26..2026-02-26"},
        {"20260226", "2026-02-26..2026-02-26"},
        {"0001", "0001-01-01..0001-12-31"},
        {"1963-11-22", "1963-11-22..1963-11-22"},
        {"today", "2026-02-26..2026-02-26"},
        {"Yesterday", "2026-02-25..2026-02-25"},
        {"monday", "2026-02-23..2026-02-23"},
        {"thursday", "2026-02-19..2026-02-19"},
        {"FRI", "2026-02-20..2026-02-20"},
        {"last sunday", "2026-02-22..2026-02-22"},
        {"last week", "2026-02-16..2026-02-22"},
        {"  Last   Week ", "2026-02-16..2026-02-22"},
        {"this week", "2026-02-23..2026-03-01"},
        {"this month", "2026-02-01..2026-02-28"},
        {"last month", "2026-01-01..2026-01-31"},
        {"this year", "2026-01-01..2026-12-31"},
        {"last year", "2025-01-01..2025-12-31"},
        {"7d", "2026-02-19..2026-02-26"},
        {"7 days", "2026-02-19..2026-02-26"},
        {"last 7 days", "2026-02-19..2026-02-26"},
        {"7 days ago", "2026-02-19..2026-02-19"},
        {"2w", "2026-02-12..2026-02-26"},
        {"3m", "2025-11-26..2026-02-26"},
        {"1Y", "2025-02-26..2026-02-26"},
        {"999999y", "0001-01-01..2026-02-26"},
        {"999999w", "0001-01-01..2026-02-26"},
        {"26 February 2026", "2026-02-26..2026-02-26"},
        {"Feb 26th, 2026", "2026-02-26..2026-02-26"},
        {"26th of february 2026", "2026-02-26..2026-02-26"},
        {"26-Feb-2026", "2026-02-26..2026-02-26"},
        {"26feb2026", "2026-02-26..2026-02-26"},
        {"Feb 2026", "2026-02-01..2026-02-28"},
        {"2026 february", "2026-02-01..2026-02-28"},
        {"26/2/2026", "2026-02-26..2026-02-26"},
        {"02/26/2026", "2026-02-26..2026-02-26"},
        {"5.5.2015", "2015-05-05..2015-05-05"},
        {"2025..2026-02", "2025-01-01..2026-02-28"},
        {"2025..", "2025-01-01.."},
        {"..2025", "..2025-12-31"},
        {"2025 .. today", "2025-01-01..2026-02-26"},
        {"30d..7d", "2026-01-27..2026-02-19"},
        {"last week..", "2026-02-16.."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(written(parse_date_filter(row.typed, today, "--on")) == row.days);
    }
}

TEST_CASE("months that are shorter keep their last day") {
    const Day may{std::chrono::year{2026} / 5 / 31};
    CHECK(written(parse_date_filter("3m", may, "--since")) == "2026-02-28..2026-05-31");
}

TEST_CASE("a text that is no date is an error that lists the forms") {
    for (const char* typed : {"",
                              " ",
                              "..",
                              "yestreday",
                              "2026-02-26T10:00",
                              "february",
                              "26 february",
                              "12",
                              "20261",
                              "d",
                              "7",
                              "7x",
                              "last",
                              "last fortnight",
                              "2026-02-26-01",
                              "2026..yestreday",
                              "1456531200",
                              "9999999d",
                              "-",
                              "feb feb 2026",
                              "\xff\xfe",
                              "5/2026x"}) {
        CAPTURE(typed);
        const std::string message = message_for(typed);
        CHECK(message.starts_with("cannot read the date '"));
        CHECK(message.find("yesterday, monday, 'last week'") != std::string::npos);
    }
}

TEST_CASE("a day that does not exist has its own wording") {
    CHECK(message_for("2026-02-30") ==
          "the date '2026-02-30' of --on does not exist | the days of that month are 2026-02-01 to "
          "2026-02-28");
    CHECK(message_for("31 April 2026") ==
          "the date '31 April 2026' of --on does not exist | the days of that month are 2026-04-01 "
          "to 2026-04-30");
    CHECK(message_for("2026-13") ==
          "the date '2026-13' of --on does not exist | months are 01 to 12, as in 2026-02-26");
    CHECK(message_for("0000") == "the date '0000' of --on does not exist | years are 0001 to 9999");
    CHECK(message_for("30/2/2026").find("does not exist") != std::string::npos);
}

TEST_CASE("a date with two readings is refused with both") {
    CHECK(
        message_for("7/8/2017") ==
        "the date '7/8/2017' of --on can be read in two ways | write the year first: 2017-08-07 or "
        "2017-07-08");
    CHECK(message_for("7/8/17").find("2017-08-07 or 2017-07-08") != std::string::npos);
}

TEST_CASE("a range must not end before it begins") {
    CHECK(message_for("2026..2025").starts_with("the range '2026..2025' of --on ends before"));
}

TEST_CASE("since and until take one date, and until 7d ends seven days ago") {
    CHECK(to_string(parse_since("2025", today, "--since")) == "2025-01-01");
    CHECK(to_string(parse_until("2025", today, "--until")) == "2025-12-31");
    CHECK(to_string(parse_since("7d", today, "--since")) == "2026-02-19");
    CHECK(to_string(parse_until("7d", today, "--until")) == "2026-02-19");
    CHECK(to_string(parse_until("last week", today, "--until")) == "2026-02-22");
    CHECK_THROWS_AS(parse_since("2025..2026", today, "--since"), Error);
    CHECK_THROWS_AS(parse_until("..", today, "--until"), Error);
}

TEST_CASE("any bytes are a date or an error") {
    std::mt19937 random(11);
    constexpr std::string_view letters =
        "0123456789-./ ..dwmyfebmonlastweekago,\xc3\x00"
        "\xff";
    for (int i = 0; i < 20000; ++i) {
        std::string typed(random() % 24, ' ');
        for (char& c : typed) c = letters[random() % letters.size()];
        try {
            const DateRange range = parse_date_filter(typed, today, "--on");
            REQUIRE((!range.first || range.first->ok()));
            REQUIRE((!range.last || range.last->ok()));
        } catch (const Error&) {
        }
    }
}
