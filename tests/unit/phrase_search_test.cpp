// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases looked for in the best articles first, against all articles that have them.
#include "searcher/ranking/phrase_search.h"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>

#include "tests/unit/scores.h"

namespace dateline {
namespace {

/// Of six words, so that phrases are often there, and more often their words alone.
std::vector<Article> random_bodies(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const char* const words[] = {"harbour", "tariff", "port", "strike", "rail", "quiet"};
    std::vector<Article> made;
    for (std::size_t i = 0; i < count; ++i) {
        std::string body;
        const std::size_t length = 3 + random() % 30;
        for (std::size_t word = 0; word < length; ++word)
            body.append(words[random() % std::size(words)]).append(" ");
        made.push_back(
            made_article("a" + std::to_string(seed) + "-" + std::to_string(i), "Report", body));
    }
    return made;
}

void check_phrases(const Archives& archives) {
    for (const char* typed :
         {"\"harbour tariff\"", "\"rail strike port\"", "\"harbour tariff\" AND \"port quiet\"",
          "\"rail port\" -\"port strike\"", "(\"rail port\" OR \"tariff quiet\") AND harbour",
          "\"quiet quiet\"", "\"harbour absent\""}) {
        CAPTURE(typed);
        SearchRequest request;
        request.some_words = false;
        const SearchPlan plan(archives, parse_query(typed, small_index_day), {}, {});
        REQUIRE_FALSE(plan.checks);
        const Scores all = scores_by_xapian(plan, plan.compiler.all());
        for (const std::uint64_t number : {1, 3, 20, 300})
            for (const std::uint64_t bound : {1, 15, 1000}) {
                CAPTURE(number);
                CAPTURE(bound);
                const BestFound found = best_with_phrases(plan, number, bound);
                CHECK(found.matches == counted_to(bound, all.size()));
                CHECK(best_of(scores_of(found.best), number) == best_of(all, number));
            }
    }
}

TEST_CASE("the best articles with a phrase are found without looking at all that have its words") {
    const SmallIndex index(random_bodies(600, 1));
    check_phrases(index.archives());
}

TEST_CASE("the best articles with a phrase, over several archives") {
    const SmallIndex one(random_bodies(150, 2));
    const SmallIndex two(random_bodies(300, 3));
    check_phrases(Archives({one.archives().each().front(), two.archives().each().front()}));
}

}  // namespace
}  // namespace dateline
