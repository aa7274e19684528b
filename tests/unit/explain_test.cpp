// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/explain.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "tests/unit/small_index.h"

namespace dateline {
namespace {

double sum_of(const std::vector<ScorePart>& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0.0,
                           [](double sum, const ScorePart& part) { return sum + part.points; });
}

TEST_CASE("the parts of a score add up to it") {
    const SmallIndex index(many_articles(260));
    SearchRequest request;
    request.explain = true;
    request.limit = 260;
    for (const double half_life : {0.0, 10.0}) {
        request.recent_half_life_days = half_life;
        const SearchResult found = index.ask(request, "harbours tariff report");
        REQUIRE(found.hits.size() == 260);
        for (const Hit& hit : found.hits) CHECK(sum_of(hit.parts) == doctest::Approx(hit.score));
    }
}

TEST_CASE("parts add up whatever was asked, and what is lacking brought nothing") {
    const SmallIndex index(
        {made_article("a", "Taxed", "A tax on taxes is taxing; taxed twice in Kansas."),
         made_article("b", "Taxes", "The tax and taxation. Strikes are no strike."),
         made_article("c", "High-speed strike", "High speed trains, strike of a fast train.")});
    SearchRequest request;
    request.explain = true;
    for (const char* query :
         {"tax* kansas", "=taxed kansas", "taxed~ strike", "=strikes tax*", "high-speed kansas",
          "(high-speed OR tax) strike", "tax OR (tax AND kansas)", "\"high speed\" train",
          "tax* tax taxes", "(tax* AND strike) kansas", "+tax strike -kansas"}) {
        CAPTURE(query);
        const SearchResult found = index.ask(request, query);
        REQUIRE_FALSE(found.hits.empty());
        for (const Hit& hit : found.hits) {
            CAPTURE(hit.article.id);
            CHECK(sum_of(hit.parts) == doctest::Approx(hit.score));
        }
    }
}

TEST_CASE("feedback moves all but the best two, which stand by their words alone") {
    std::vector<Article> articles;
    for (int i = 0; i < 9; ++i)
        articles.push_back(
            made_article("a" + std::to_string(i), "Notes",
                         i % 3 == 0   ? "Measles epidemic: vaccine doses at the clinic."
                         : i % 3 == 1 ? "An epidemic, said the clinic of the vaccine."
                                      : "An epidemic of thefts in the harbour."));
    const SmallIndex index(std::move(articles));
    SearchRequest request;
    request.explain = true;
    const SearchResult found = index.ask(request, "measles epidemic");
    REQUIRE(found.hits.size() == 9);
    const auto is_of_feedback = [](const ScorePart& part) {
        return part.what == "like the best hits" || part.what == "articles like it";
    };
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
        CAPTURE(i);
        CHECK(std::ranges::any_of(found.hits[i].parts, is_of_feedback) == (i >= 2));
    }
    CHECK(found.hits[0].score >= found.hits[1].score);
    CHECK(found.hits[2].score > found.hits[1].score);
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
    CHECK(names == std::vector<std::string>{"body: harbour", "words of the headline", "headline",
                                            "as typed", "best passage", "lead"});
}

}  // namespace
}  // namespace dateline
