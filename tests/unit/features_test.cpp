// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/features.h"

#include <doctest/doctest.h>

#include "common/fields.h"
#include "searcher/match/bm25.h"

namespace dateline {
namespace {

QueryShape two_words() {
    return {{"en"},
            {10, 100},
            {{{{"dock", {}}}, 1, 2, {{"docks", 3}}}, {{{"strike", {}}}, 1, 1, {}}},
            {{0, 1}},
            {}};
}

Features features_of(const WordHits& hits) {
    return features(two_words(), hits, 100);
}

TEST_CASE("no hits give no features") {
    CHECK(features_of({}) == Features{});
}

TEST_CASE("features are as worked out by hand") {
    // "strike" in the title; "docks … strike" two words apart in the lead.
    const WordHits hits{{1, 1, other_form}, {1001, 0, 0}, {1003, 1, other_form}};
    const Features found = features_of(hits);
    const double far = 1.0 / (1000.0 * 1000.0);
    const double dock_got = 1 * far + 1 / 4.0;
    const double strike_got = 2 * far + 2 / 4.0;
    const auto saturated = [](double got) { return got * 2.2 / (got + 1.2); };
    CHECK(found.together == doctest::Approx(saturated(dock_got) + saturated(strike_got)));
    CHECK(found.pairs == doctest::Approx(0.5 * (2 + 1)));
    CHECK(found.exact == doctest::Approx(3));
    CHECK(found.passage == doctest::Approx(2 + 1));
    CHECK(found.lead == doctest::Approx(2 + 1));
    CHECK(found.headline == doctest::Approx(1.0 / 9));
    CHECK(found.complete == doctest::Approx(3));
    CHECK(found.year == 0);
}

TEST_CASE("a headline counts by the cube of what it has of the question") {
    struct Row {
        WordHits title;
        double headline;
    };
    const Row rows[] = {
        {{}, 0},
        {{{2, 1, other_form}}, 1.0 / 9},
        {{{2, 0, other_form}}, 8.0 / 9},
        {{{2, 0, other_form}, {5, 0, 0}}, 8.0 / 9},
        {{{2, 0, other_form}, {3, 1, other_form}}, 27.0 / 9},
        {{{summary_position, 0, other_form}, {1001, 1, other_form}}, 0},
    };
    for (const Row& row : rows)
        CHECK(features_of(row.title).headline == doctest::Approx(row.headline));
}

TEST_CASE("all words count where there are several, whatever nobody asked for") {
    const WordHits both{{1001, 0, 0}, {1200, 1, other_form}};
    CHECK(features_of(both).complete == doctest::Approx(3));
    CHECK(features_of({{1001, 0, 0}}).complete == 0);
    QueryShape query = two_words();
    query.words.push_back({{{"highspeed", {}}}, 1, 9, {}, false});
    CHECK(features(query, both, 100).complete == doctest::Approx(3));
    CHECK(total_worth(query) == doctest::Approx(3));
    query.words[1].asked = false;
    CHECK(features(query, both, 100).complete == 0);
}

TEST_CASE("a year that is asked for counts where the article was published in it") {
    QueryShape query = two_words();
    query.years = {2017};
    const auto year_of = [&](const std::optional<Day>& first, const std::optional<Day>& last) {
        return features_of_days(query, first, last).year;
    };
    CHECK(year_of(make_day(2017, 1, 1), make_day(2017, 12, 31)) == doctest::Approx(1.5));
    CHECK(year_of(make_day(2016, 1, 1), make_day(2018, 12, 31)) == doctest::Approx(1.5));
    CHECK(year_of(make_day(2016, 12, 31), make_day(2016, 12, 31)) == 0);
    CHECK(year_of({}, {}) == 0);
}

TEST_CASE("a form as typed counts three times in the title") {
    const Features title = features_of({{3, 0, 0}});
    const Features body = features_of({{1003, 0, 0}});
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
        CHECK((features_of(hits).pairs > 0) == row.pair);
    }
}

TEST_CASE("the best passage is of fifty words and the lead of eighty") {
    const WordHits near{{1001, 0, other_form}, {1050, 1, other_form}};
    const WordHits far{{1001, 0, other_form}, {1051, 1, other_form}};
    CHECK(features_of(near).passage == doctest::Approx(3));
    CHECK(features_of(far).passage == doctest::Approx(2));
    CHECK(features_of({{1080, 0, other_form}}).lead == doctest::Approx(2));
    CHECK(features_of({{1081, 0, other_form}}).lead == 0);
}

TEST_CASE("neighbours in the query have two stop words between them at most") {
    CHECK(neighbours({}).empty());
    CHECK(neighbours({{0, 0}, {1, 3}, {2, 7}}) == std::vector<WordPair>{{0, 1}});
    CHECK(neighbours({{0, 0}, {1, 1}, {0, 2}, {0, 3}}) == std::vector<WordPair>{{0, 1}});
}

}  // namespace
}  // namespace dateline
