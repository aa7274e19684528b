// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/recency.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

Day day(int year, unsigned month, unsigned number) {
    return *make_day(year, month, number);
}

TEST_CASE("what is new gains half as much after each half-life") {
    const RecencyPrior prior{30, day(2026, 3, 31)};
    CHECK(freshness(day(2026, 3, 31), prior) == doctest::Approx(1));
    CHECK(freshness(day(2026, 3, 1), prior) == doctest::Approx(0.5));
    CHECK(freshness(day(2027, 1, 1), prior) == doctest::Approx(1));
    CHECK(freshness(std::nullopt, prior) == 0);
    CHECK(freshness(day(2026, 3, 31), RecencyPrior{}) == 0);
}

}  // namespace
}  // namespace dateline
