// SPDX-License-Identifier: GPL-2.0-or-later
// The best articles by MaxScore against Xapian's scores of all that match.
#include "searcher/ranking/word_search.h"

#include <doctest/doctest.h>

#include <iterator>
#include <optional>
#include <random>

#include "common/fields.h"
#include "tests/unit/dealt_index.h"
#include "tests/unit/scores.h"

namespace dateline {
namespace {

/// Of a few very unlike lengths, with dates, some words common and some rare, many of them equal.
std::vector<Article> random_articles(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const char* const words[] = {"harbour", "tariff", "port", "strike", "quiet", "the"};
    std::vector<Article> made;
    for (std::size_t i = 0; i < count; ++i) {
        std::string body;
        const std::size_t length = random() % 4 == 0 ? random() % 900 : 2 + random() % 9;
        for (std::size_t word = 0; word < length; ++word)
            body.append(random() % 40 == 0 ? "rail" : words[random() % 6 * (random() % 6) / 5])
                .append(" ");
        made.push_back(made_article("a" + std::to_string(seed) + "-" + std::to_string(i),
                                    random() % 9 == 0 ? "Strike at the port" : "Report", body,
                                    i % 10 == 0 ? "" : "2026-0" + std::to_string(1 + i % 9)));
        const char* const outlets[] = {"Fox News", "npr", "News Fox", "Le Monde"};
        made.back().outlet = outlets[random() % std::size(outlets)];
    }
    return made;
}

constexpr const char* plain[] = {
    "harbour",    "rail strike",          "harbour tariff port",       "strike strikes rail",
    "rail zebra", "harbour AND tariff",   "rail AND strike AND quiet", "rail AND zebra",
    "zebra",      "harbour tariff quiet", "port ports harbours report"};

void check(const SearchPlan& plan, bool some_words) {
    const Scores all = scores_by_xapian(
        plan,
        plan.narrowed(some_words ? plan.compiler.any() : plan.compiler.all(), plan.dated_filter));
    for (const std::uint64_t number : {1, 3, 20, 300})
        for (const std::uint64_t bound : {1, 15, 1000}) {
            CAPTURE(number);
            CAPTURE(bound);
            const std::optional<BestFound> found = best_with_words(plan, some_words, number, bound);
            REQUIRE(found);
            CHECK(found->matches == counted_to(bound, all.size()));
            CHECK(scores_of(found->best) == best_of(all, number));
        }
}

void check_words(const Archives& archives) {
    const DateRange spring{make_day(2026, 2, 1), make_day(2026, 4, 30)};
    const DateRange part{make_day(2026, 2, 10), make_day(2026, 5, 2)};
    const std::vector<FieldFilter> filters[] = {
        {}, {{"outlet", {"npr", "monde"}}}, {{"outlet", {"n*"}}, {"outlet", {"fox"}}}};
    for (const char* typed : plain)
        for (const DateRange& days : {DateRange{}, spring, part})
            for (const std::vector<FieldFilter>& filter : filters)
                for (const bool some_words : {false, true}) {
                    CAPTURE(typed);
                    CAPTURE(filter.size());
                    CAPTURE(some_words);
                    check(SearchPlan(archives, parse_query(typed, small_index_day), filter, days),
                          some_words);
                }
}

TEST_CASE("the best articles of plain words have Xapian's scores") {
    check_words(SmallIndex(random_articles(700, 1)).archives());
}

/// Some in languages that stem the words otherwise.
std::vector<Article> in_languages(std::vector<Article> articles) {
    const char* const codes[] = {"en", "en", "de", "en", "fr", ""};
    for (std::size_t i = 0; i < articles.size(); ++i)
        articles[i].language = codes[i * 7 % 11 % std::size(codes)];
    return articles;
}

TEST_CASE("the best articles of plain words in several languages") {
    check_words(SmallIndex(in_languages(random_articles(500, 5))).archives());
    check_words(DealtIndex(in_languages(random_articles(300, 6)), 2).archives());
}

TEST_CASE("the best articles of plain words, over several archives") {
    check_words(DealtIndex(random_articles(500, 2), 3).archives());
}

TEST_CASE("the best articles of plain words without a column of lengths") {
    const SmallIndex index(random_articles(300, 3));
    Xapian::WritableDatabase(current_generation(index.path()))
        .set_metadata(std::string(length_column_key), "");
    check_words(
        Archives({{"", index.path(), open_index(index.path()), read_info(index.database())}}));
}

TEST_CASE("what asks for more than words is left to Xapian") {
    const SmallIndex index(random_articles(50, 4));
    for (const char* typed : {"\"harbour tariff\"", "harbour -tariff", "harb*", "=harbour",
                              "harbour AND (port OR rail)", "+harbour rail", "title:strike"}) {
        CAPTURE(typed);
        const SearchPlan plan(index.archives(), parse_query(typed, small_index_day), {}, {});
        CHECK_FALSE(best_with_words(plan, true, 10, 10));
    }
}

}  // namespace
}  // namespace dateline
