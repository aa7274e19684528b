// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "searcher/match/bm25.h"
#include "searcher/ranking/features.h"
#include "searcher/ranking/recency.h"
#include "searcher/ranking/term_vectors.h"
#include "tests/relevance/metrics.h"
#include "tests/unit/small_index.h"

using namespace dateline;

namespace {

QueryShape two_words() {
    return {{{"dock", 1, 2, {{"docks", 3}}}, {"strike", 1, 1, {}}}, {{0, 1}}};
}

Day day(int year, unsigned month, unsigned number) {
    return *make_day(year, month, number);
}

double sum_of(const std::vector<ScorePart>& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0.0,
                           [](double sum, const ScorePart& part) { return sum + part.points; });
}

}  // namespace

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

TEST_CASE("what is new gains half as much after each half-life") {
    const RecencyPrior prior{30, day(2026, 3, 31)};
    CHECK(freshness(day(2026, 3, 31), prior) == doctest::Approx(1));
    CHECK(freshness(day(2026, 3, 1), prior) == doctest::Approx(0.5));
    CHECK(freshness(day(2027, 1, 1), prior) == doctest::Approx(1));
    CHECK(freshness(std::nullopt, prior) == 0);
    CHECK(freshness(day(2026, 3, 31), RecencyPrior{}) == 0);
}

TEST_CASE("the product of vectors runs over the terms of both") {
    CHECK(dot({{1, 0.5}, {3, 0.5}}, {{0, 1}, {3, 0.2}, {4, 9}}) == doctest::Approx(0.1));
    CHECK(dot({}, {{0, 1}}) == 0);
}

TEST_CASE("metrics are those of trec_eval") {
    const Metrics found = score({{"a", 3}, {"b", 1}, {"c", 2}, {"z", 0}}, {"x", "a", "y", "c"});
    const Metrics wanted{0.578375, 1 / 3.0, 0.2, 0.5, 2 / 3.0};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CAPTURE(metric_names[i]);
        CHECK(found[i] == doctest::Approx(wanted[i]).epsilon(1e-4));
    }
}

TEST_CASE("words close together come before the same words far apart") {
    const std::string filler =
        "the council met and spoke about many things and went home late in rain again ";
    const SmallIndex index({made_article("far", "Notes", "harbour " + filler + filler + "tariff"),
                            made_article("near", "Notes", filler + "harbour tariff " + filler)});
    CHECK(index.ids({}, "harbour tariff") == std::vector<std::string>{"near", "far"});
    SearchRequest plain;
    plain.rerank = false;
    const SearchResult same = index.ask(plain, "harbour tariff");
    REQUIRE(same.hits.size() == 2);
    CHECK(same.hits[0].score == doctest::Approx(same.hits[1].score));
}

TEST_CASE("a word typed twice is found once and weighs a little more") {
    const SmallIndex index(many_articles(20));
    SearchRequest request;
    request.tiers = Tiers::any;
    request.rerank = false;
    const double once = index.ask(request, "harbour").hits.at(0).score;
    const double twice = index.ask(request, "harbour harbour").hits.at(0).score;
    CHECK(twice == doctest::Approx(once * bm25::query_weight(2)));
}

TEST_CASE("scores fall and their parts add up to them") {
    const SmallIndex index(many_articles(260));
    SearchRequest request;
    request.explain = true;
    request.limit = 260;
    request.tiers = Tiers::any;
    for (const bool topic : {false, true})
        for (const double half_life : {0.0, 10.0}) {
            request.topic = topic;
            request.recent_half_life_days = half_life;
            const SearchResult found = index.ask(request, "harbours tariff report");
            REQUIRE(found.hits.size() == 260);
            double before = found.hits[0].score;
            for (const Hit& hit : found.hits) {
                CHECK(sum_of(hit.parts) == doctest::Approx(hit.score));
                if (!topic) CHECK(hit.score <= before);
                before = hit.score;
            }
        }
}

TEST_CASE("the parts of a score name the headline and the body") {
    const SmallIndex index(
        {made_article("one", "Harbour closed", "The harbour is closed to ships."),
         made_article("two", "Weather", "Rain and wind.")});
    SearchRequest request;
    request.explain = true;
    const SearchResult found = index.ask(request, "harbour");
    REQUIRE(found.hits.size() == 1);
    std::vector<std::string> names;
    for (const ScorePart& part : found.hits[0].parts) names.push_back(part.what);
    CHECK(names == std::vector<std::string>{"body: harbour", "headline", "as typed", "best passage",
                                            "lead"});
}

TEST_CASE("recent articles go first only if asked for") {
    const std::string body = "The harbour is closed to ships.";
    const SmallIndex index({made_article("old", "Harbour", body, "2020-01-01"),
                            made_article("undated", "Harbour", body, ""),
                            made_article("new", "Harbour", body, "2026-02-20")});
    CHECK(index.ids({}, "harbour") == std::vector<std::string>{"old", "undated", "new"});
    SearchRequest request;
    request.recent_half_life_days = 30;
    CHECK(index.ids(request, "harbour").front() == "new");
}

TEST_CASE("topic search finds articles on the subject that lack the word") {
    std::vector<Article> articles;
    for (int i = 0; i < 6; ++i)
        articles.push_back(
            made_article("measles" + std::to_string(i), "Measles",
                         "Measles outbreak: vaccine doses for children at the clinic."));
    articles.push_back(made_article(
        "doses", "Clinic", "The clinic has vaccine doses for children against outbreaks."));
    for (int i = 0; i < 60; ++i)
        articles.push_back(
            made_article("x" + std::to_string(i), "Sport", "The team won the match."));
    const SmallIndex index(std::move(articles));
    SearchRequest request;
    CHECK(index.ask(request, "measles epidemic").hits.size() == 6);
    request.topic = true;
    const std::vector<std::string> found = index.ids(request, "measles epidemic");
    CHECK(std::ranges::find(found, "doses") != found.end());
    const std::vector<std::string> without = index.ids(request, "measles epidemic -clinic");
    CHECK(std::ranges::find(without, "doses") == without.end());
}
