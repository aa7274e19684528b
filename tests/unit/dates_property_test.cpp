// SPDX-License-Identifier: GPL-2.0-or-later
// Any day in any form, and any bytes: dates as they come.
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>

#include "indexer/dates/dates.h"
#include "indexer/metadata/dates/date_path.h"
#include "tests/unit/written_date.h"

using namespace dateline;

namespace {

Day some_day(std::mt19937& random) {
    const std::chrono::sys_days first{std::chrono::year{1} / 1 / 1};
    const std::chrono::sys_days last{std::chrono::year{9999} / 12 / 31};
    std::uniform_int_distribution<int> distance(0, static_cast<int>((last - first).count()));
    return Day{first + std::chrono::days{distance(random)}};
}

std::string some_text(std::mt19937& random) {
    static constexpr std::array<std::string_view, 34> pieces = {
        "2026", "26",  "02",  "2",   "-",  "/",    ".",    ":",    " ",    ",",       "T", "Z",
        "+",    "Feb", "May", "Thu", "am", "p.m.", "UTC",  "EST",  "(",    ")",       "W", "年",
        "月",   "日",  "năm", "de",  "’",  "\xff", "\xe5", "平成", "十五", "99999999"};
    std::string text;
    for (auto count = random() % 14; count > 0; --count) {
        if (random() % 12 == 0)
            text += static_cast<char>(random() % 256);
        else
            text += pieces[random() % pieces.size()];
    }
    return text;
}

}  // namespace

TEST_CASE("every day is read again in each form in which it is written") {
    constexpr std::array<const char*, 12> names = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
    std::mt19937 random(20260226);
    for (int i = 0; i < 10000; ++i) {
        const Day day = some_day(random);
        const std::string iso = to_string(day);
        CAPTURE(iso);
        const std::string year = iso.substr(0, 4);
        const std::string name = names[static_cast<unsigned>(day.month()) - 1];
        const std::string number = std::to_string(static_cast<unsigned>(day.day()));
        const std::string month = std::to_string(static_cast<unsigned>(day.month()));
        const DateReading wanted{StatedDate{{day, Precision::day}, ""}, DateProblem::none};
        REQUIRE(read_date(iso) == wanted);
        REQUIRE(read_date(day_key(day)) == wanted);
        REQUIRE(read_date(number + " " + name + " " + year) == wanted);
        REQUIRE(read_date(name.substr(0, 3) + ". " + number + ", " + year) == wanted);
        REQUIRE(read_date(year + "年" + month + "月" + number + "日") == wanted);
        REQUIRE(read_date(number + "/" + month + "/" + year, DayMonthOrder::day_first) == wanted);
        const DateReading timed = read_date(iso + "T01:02:03-11:00");
        REQUIRE(written(timed) == iso + " " + iso + "T01:02:03-11:00");
    }
}

TEST_CASE("any bytes are read without harm and only into days that exist") {
    std::mt19937 random(3);
    for (int i = 0; i < 50000; ++i) {
        const std::string text = some_text(random);
        CAPTURE(text);
        const DateReading reading = read_date(text);
        REQUIRE(reading.date.has_value() == (reading.problem == DateProblem::none));
        if (reading.date) REQUIRE(reading.date->date.day.ok());
        if (const auto start = date_at_start(text)) REQUIRE(start->length <= text.size());
        if (const auto start = month_day_at_start(text)) REQUIRE(start->length <= text.size());
        if (const auto date = date_in_path(text)) REQUIRE(date->day.ok());
    }
}
