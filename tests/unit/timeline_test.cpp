// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/timeline.h"

#include <doctest/doctest.h>

#include <random>

namespace dateline {
namespace {

Day day(std::string_view text) {
    return parse_iso_date(text)->day;
}

DatedCount on(std::string_view date, std::uint64_t articles,
              std::map<std::string, std::uint64_t> parts = {}) {
    const DateRange days = days_of(*parse_iso_date(date));
    return {*days.first, *days.last, articles, std::move(parts)};
}

/// "2026-01:3 2026-02:0 …"
std::string bars_of(const Timeline& timeline) {
    std::string text;
    for (const TimelineBar& bar : timeline.bars) {
        if (!text.empty()) text += ' ';
        text += period_label(timeline.period, bar.first) + ":" + std::to_string(bar.articles);
    }
    return text;
}

TEST_CASE("bars have no gaps, and begin and end with the first and last match") {
    struct Row {
        std::vector<DatedCount> matches;
        Period period;
        std::string bars;
    };
    const Row rows[] = {
        {{on("2026-02-27", 2), on("2026-03-02", 1)},
         Period::day,
         "2026-02-27:2 2026-02-28:0 2026-03-01:0 2026-03-02:1"},
        {{on("2026-02-22", 2), on("2026-03-09", 1)},
         Period::week,
         "2026-02-16:2 2026-02-23:0 2026-03-02:0 2026-03-09:1"},
        {{on("2025-11-30", 1), on("2026-02", 4)},
         Period::month,
         "2025-11:1 2025-12:0 2026-01:0 2026-02:4"},
        {{on("2023", 1), on("2026-02-01", 4)}, Period::year, "2023:1 2024:0 2025:0 2026:4"},
        {{on("9999-12-31", 1)}, Period::week, "9999-12-27:1"},
        {{on("0001-01-01", 1)}, Period::day, "0001-01-01:1"},
        {{}, Period::day, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bars);
        CHECK(bars_of(make_timeline({row.matches, nullptr, {}}, row.period)) == row.bars);
    }
}

TEST_CASE("the days asked for are the ends, even where nothing matches") {
    const std::vector<DatedCount> matches{on("2026-02-27", 2)};
    const DateRange days{day("2026-02-26"), day("2026-02-28")};
    CHECK(bars_of(make_timeline({matches, nullptr, days}, Period::day)) ==
          "2026-02-26:0 2026-02-27:2 2026-02-28:0");
}

TEST_CASE("bars end with what is in one, not with a date that is rougher than they") {
    const std::vector<DatedCount> matches{on("2026-02-10", 1), on("2026-02-11", 1), on("2026", 5),
                                          on("2025-11", 2)};
    const Timeline by_day = make_timeline({matches, nullptr, {}}, Period::day);
    CHECK(bars_of(by_day) == "2026-02-10:1 2026-02-11:1");
    CHECK(by_day.coarse == 7);
    const std::vector<DatedCount> rough{on("2026", 5)};
    const Timeline none = make_timeline({rough, nullptr, {}}, Period::day);
    CHECK(none.bars.empty());
    CHECK(none.coarse == 5);
}

TEST_CASE("a date that covers more than one period is counted apart") {
    const std::vector<DatedCount> matches{on("2026-02", 3), on("2026-02-10", 1), on("2026", 5)};
    const Timeline by_day = make_timeline({matches, nullptr, {}}, Period::day);
    CHECK(by_day.coarse == 8);
    const Timeline by_month = make_timeline({matches, nullptr, {}}, Period::month);
    CHECK(by_month.coarse == 5);
    CHECK(make_timeline({matches, nullptr, {}}, Period::year).coarse == 0);
}

TEST_CASE("all articles of the period are counted for shares") {
    const std::vector<DatedCount> matches{on("2024-05-01", 2), on("2026-05-01", 1)};
    const std::vector<DatedCount> all{on("2023", 9), on("2024-05-01", 4), on("2025-01-01", 3),
                                      on("2026", 1), on("2026-05-01", 1)};
    const Timeline timeline = make_timeline({matches, &all, {}}, Period::year);
    REQUIRE(timeline.bars.size() == 3);
    CHECK(timeline.bars[0].of == 4);
    CHECK(timeline.bars[1].of == 3);
    CHECK(timeline.bars[2].of == 2);
}

TEST_CASE("columns are the commonest values, first by articles, then by name") {
    const std::vector<DatedCount> matches{on("2024", 6, {{"b", 3}, {"c", 1}, {"a", 2}}),
                                          on("2025", 2, {{"a", 1}, {"d", 1}})};
    const Timeline timeline = make_timeline({matches, nullptr, {}}, Period::year);
    CHECK(timeline.columns == std::vector<std::string>{"a", "b", "c", "d"});
    CHECK(timeline.bars[0].parts == std::vector<std::uint64_t>{2, 3, 1, 0});
    CHECK(timeline.bars[1].parts == std::vector<std::uint64_t>{1, 0, 0, 1});
}

TEST_CASE("without a wish the period suits the length, and never gives too many bars") {
    struct Row {
        std::string_view first;
        std::string_view last;
        Period period;
    };
    const Row rows[] = {
        {"2026-02-26", "2026-02-27", Period::day},  {"2026-01-01", "2026-02-10", Period::day},
        {"2026-01-01", "2026-05-01", Period::week}, {"2024-01-01", "2026-05-01", Period::month},
        {"1990-01-01", "2026-05-01", Period::year},
    };
    for (const Row& row : rows) {
        CAPTURE(row.last);
        CHECK(suiting_period(day(row.first), day(row.last)) == row.period);
    }
    const std::vector<DatedCount> far{on("0001-01-01", 1), on("2026-01-01", 1)};
    const Timeline timeline = make_timeline({far, nullptr, {}}, Period::day);
    CHECK(timeline.period == Period::year);
    CHECK(timeline.bars.size() == 2026);
}

TEST_CASE("peaks stand out from their neighbours, the highest first") {
    Timeline timeline;
    for (const std::uint64_t articles : {1, 9, 9, 2, 0, 0, 20, 3, 1, 1, 2, 1, 1, 1, 1, 8}) {
        timeline.bars.emplace_back();
        timeline.bars.back().articles = articles;
    }
    CHECK(peaks_of(timeline) == std::vector<std::size_t>{6, 1, 15});
    timeline.bars.resize(2);
    CHECK(peaks_of(timeline).empty());
}

TEST_CASE("every dated article is in one bar or counted as too roughly dated") {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        std::vector<DatedCount> matches;
        std::uint64_t sum = 0;
        for (auto i = random() % 30; i > 0; --i) {
            const Day first{std::chrono::year{static_cast<int>(1990 + random() % 30)},
                            std::chrono::month{static_cast<unsigned>(1 + random() % 12)},
                            std::chrono::day{static_cast<unsigned>(1 + random() % 28)}};
            const auto precision = static_cast<Precision>(random() % 3);
            const DateRange days =
                days_of(*parse_iso_date(to_string(CalendarDate{first, precision})));
            const std::uint64_t articles = 1 + random() % 5;
            matches.push_back({*days.first, *days.last, articles, {}});
            sum += articles;
        }
        const auto period = static_cast<Period>(random() % 4);
        const Timeline timeline = make_timeline({matches, nullptr, {}}, period);
        std::uint64_t counted = timeline.coarse;
        for (std::size_t i = 0; i < timeline.bars.size(); ++i) {
            counted += timeline.bars[i].articles;
            if (i > 0)
                CHECK(std::chrono::sys_days(timeline.bars[i].first) ==
                      std::chrono::sys_days(timeline.bars[i - 1].last) + std::chrono::days(1));
        }
        CHECK(counted == sum);
    }
}

}  // namespace
}  // namespace dateline
