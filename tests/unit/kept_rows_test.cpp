// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/kept_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "searcher/counts/timeline.h"

namespace dateline {
namespace {

Facet facet_of(std::string field, std::size_t values) {
    Facet facet;
    facet.field = std::move(field);
    for (std::size_t i = 0; i < values; ++i)
        facet.counts.push_back({std::to_string(2000 + i), values - i, 2 * (values - i)});
    return facet;
}

std::uint64_t sum_of(const Facet& facet) {
    return std::accumulate(
        facet.counts.begin(), facet.counts.end(), std::uint64_t{0},
        [](std::uint64_t sum, const FacetCount& count) { return sum + count.articles; });
}

TEST_CASE("rows that are cut are one row more, and the sum stays") {
    for (const std::string_view field : {"outlet", "year"}) {
        for (std::uint32_t rows = 0; rows <= 7; ++rows) {
            CAPTURE(field);
            CAPTURE(rows);
            Facet facet = facet_of(std::string(field), 5);
            keep_rows(facet, rows);
            CHECK(sum_of(facet) == 15);
            CHECK(facet.counts.size() == std::min<std::size_t>(rows + 1, 5));
            if (rows >= 5) continue;
            const bool years = field == "year";
            const FacetCount& sum = years ? facet.counts.front() : facet.counts.back();
            CHECK(sum.value == (years ? "earlier" : "others"));
            CHECK(sum.values == 5 - rows);
            CHECK(std::ranges::count(facet.counts, 0, &FacetCount::values) == rows);
            CHECK(*sum.of == 2 * sum.articles);
            CHECK(sum.most == (years ? 5 : 5 - rows));
        }
    }
}

TEST_CASE("of a timeline the last periods stay, and those before are summed up with their parts") {
    Timeline timeline;
    timeline.period = Period::year;
    timeline.columns = {"NPR", "BBC"};
    for (int year = 2012; year < 2017; ++year) {
        const Day first{std::chrono::year{year}, std::chrono::January, std::chrono::day{1}};
        const auto [begin, end] = period_of(Period::year, first);
        timeline.bars.push_back({begin, end, 3, 10, {1, 2}, {}});
    }
    Timeline whole = timeline;
    keep_rows(whole, 5);
    CHECK(whole.bars.size() == 5);
    CHECK(!whole.bars.front().earlier);
    keep_rows(timeline, 2);
    REQUIRE(timeline.bars.size() == 3);
    const TimelineBar& earlier = timeline.bars.front();
    CHECK(label_of(timeline, earlier) == "earlier");
    CHECK(to_string(earlier.first) == "2012-01-01");
    CHECK(to_string(earlier.last) == "2014-12-31");
    CHECK(earlier.articles == 9);
    CHECK(*earlier.of == 30);
    CHECK(earlier.parts == std::vector<std::uint64_t>{3, 6});
    CHECK(label_of(timeline, timeline.bars[1]) == "2015");
}

}  // namespace
}  // namespace dateline
