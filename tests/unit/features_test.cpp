// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/features.h"

#include <doctest/doctest.h>

#include "searcher/match/bm25.h"

namespace dateline {
namespace {

QueryShape two_words() {
    return {{"en"}, {{"dock", 1, 2, {{"docks", 3}}}, {"strike", 1, 1, {}}}, {{0, 1}}};
}

TEST_CASE("no hits give no features") {
    CHECK(features(two_words(), {}, 100, 100) == Features{});
}

TEST_CASE("features are as worked out by hand") {
    // "strike" in the title; "docks … strike" two words apart in the lead.
    const WordHits hits{{1, 1, other_form}, {1001, 0, 0}, {1003, 1, other_form}};
    const Features found = features(two_words(), hits, 100, 100);
    const double far = 1.0 / (1000.0 * 1000.0);
    const double dock_got = 1 * far + 1 / 4.0;
    const double strike_got = 2 * far + 2 / 4.0;
    const auto saturated = [](double got) { return got * 2.2 / (got + 1.2); };
    CHECK(found.together == doctest::Approx(saturated(dock_got) + saturated(strike_got)));
    CHECK(found.pairs == doctest::Approx(0.5 * (2 + 1)));
    CHECK(found.exact == doctest::Approx(3));
    CHECK(found.passage == doctest::Approx(2 + 1));
    CHECK(found.lead == doctest::Approx(2 + 1));
}

TEST_CASE("a form as typed counts three times in the title") {
    const Features title = features(two_words(), {{3, 0, 0}}, 100, 100);
    const Features body = features(two_words(), {{1003, 0, 0}}, 100, 100);
    CHECK(title.exact == doctest::Approx(3 * bm25::saturation(3, 1, 1)));
    CHECK(body.exact == doctest::Approx(3));
}

TEST_CASE("words count as a pair up to four words apart") {
    struct Row {
        std::uint32_t distance;
        bool pair;
    };
    for (const Row& row : {Row{1, true}, {4, true}, {5, false}}) {
        CAPTURE(row.distance);
        const WordHits hits{{1001, 0, other_form}, {1001 + row.distance, 1, other_form}};
        CHECK((features(two_words(), hits, 100, 100).pairs > 0) == row.pair);
    }
}

TEST_CASE("the best passage is of fifty words and the lead of eighty") {
    const WordHits near{{1001, 0, other_form}, {1050, 1, other_form}};
    const WordHits far{{1001, 0, other_form}, {1051, 1, other_form}};
    CHECK(features(two_words(), near, 100, 100).passage == doctest::Approx(3));
    CHECK(features(two_words(), far, 100, 100).passage == doctest::Approx(2));
    CHECK(features(two_words(), {{1080, 0, other_form}}, 100, 100).lead == doctest::Approx(2));
    CHECK(features(two_words(), {{1081, 0, other_form}}, 100, 100).lead == 0);
}

TEST_CASE("neighbours in the query have two stop words between them at most") {
    CHECK(neighbours({}).empty());
    CHECK(neighbours({{0, 0}, {1, 3}, {2, 7}}) == std::vector<WordPair>{{0, 1}});
    CHECK(neighbours({{0, 0}, {1, 1}, {0, 2}, {0, 3}}) == std::vector<WordPair>{{0, 1}});
}

}  // namespace
}  // namespace dateline
