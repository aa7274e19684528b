// SPDX-License-Identifier: GPL-2.0-or-later
// The order of the hits, as a search gives it.
#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/match/bm25.h"
#include "tests/unit/small_index.h"

using namespace dateline;

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
    request.rerank = false;
    const double once = index.ask(request, "harbour").hits.at(0).score;
    const double twice = index.ask(request, "harbour harbour").hits.at(0).score;
    CHECK(twice == doctest::Approx(once * bm25::query_weight(2)));
}

TEST_CASE("recent articles go first only if asked for") {
    const std::string body = "The harbour is closed to ships.";
    const SmallIndex index({made_article("old", "Harbour", body, "2020-01-01"),
                            made_article("undated", "Harbour", body + " It is.", ""),
                            made_article("new", "Harbour", body + " It is so.", "2026-02-20")});
    CHECK(index.ids({}, "harbour") == std::vector<std::string>{"old", "undated", "new"});
    SearchRequest request;
    request.recent_half_life_days = 30;
    CHECK(index.ids(request, "harbour").front() == "new");
}

TEST_CASE("of equally good articles the newest comes first, then the last by id") {
    const std::string body = "The harbour is closed to ships.";
    std::vector<Article> articles{made_article("old", "Harbour", body, "2020-01-01"),
                                  made_article("undated", "Harbour", body, ""),
                                  made_article("a", "Harbour", body, "2026-02-20"),
                                  made_article("b", "Harbour", body, "2026-02-20")};
    std::ranges::sort(articles, {}, &Article::id);
    do {
        const SmallIndex index(articles);
        SearchRequest request;
        const std::vector<std::string> newest{"b", "a", "old", "undated"};
        CHECK(index.ids(request, "harbour") == newest);
        CHECK(index.ids(request, "has:title") == newest);  // nothing that has a score
        request.sort = SortOrder::newest;
        CHECK(index.ids(request, "harbour") == newest);
        request.sort = SortOrder::oldest;
        const std::vector<std::string> oldest{"old", "a", "b", "undated"};
        CHECK(index.ids(request, "harbour") == oldest);
        CHECK(index.ids(request, "has:title") == oldest);
    } while (std::ranges::next_permutation(articles, {}, &Article::id).found);
}

TEST_CASE("articles like the best hits come before others with the same words") {
    std::vector<Article> articles;
    for (int i = 0; i < 6; ++i)
        articles.push_back(
            made_article("measles" + std::to_string(i), "Illness",
                         "Measles outbreak: vaccine doses for children at the clinic epidemic."));
    articles.push_back(made_article(
        "doses", "Notes", "The clinic has vaccine doses for children against one epidemic."));
    articles.push_back(made_article(
        "other", "Notes", "The senate has spoken harshly of ministers during one epidemic."));
    for (int i = 0; i < 60; ++i)
        articles.push_back(
            made_article("x" + std::to_string(i), "Sport", "The team won the match."));
    const SmallIndex index(std::move(articles));
    const std::vector<std::string> found = index.ids({}, "measles epidemic");
    REQUIRE(found.size() == 8);
    CHECK(found[6] == "doses");
    SearchRequest plain;
    plain.rerank = false;
    const SearchResult without = index.ask(plain, "measles epidemic");
    CHECK(without.hits[6].score == doctest::Approx(without.hits[7].score));
}

TEST_CASE("a pattern is one word: many of its forms do not outweigh another word") {
    const std::string rest = " in the year that ended, as the office said on the day after.";
    const SmallIndex index(
        {made_article("forms", "Notes", "Taxes, taxed, taxing, taxable, taxation, taxi" + rest),
         made_article("both", "Notes", "Taxes rise again for all who live in Kansas" + rest),
         made_article("none", "Notes", "Rain fell on the land and on the sea" + rest),
         made_article("other", "Notes", "Snow fell on the land and on the sea" + rest)});
    CHECK(index.ids({}, "tax* kansas").front() == "both");
}

TEST_CASE("a year prefers what was published in it, if one is named") {
    const std::string body = "The harbour is closed to ships.";
    const SmallIndex index({made_article("a18", "Harbour", body, "2018-05-01"),
                            made_article("b17", "Harbour", body, "2017-05-01"),
                            made_article("c16", "Harbour", body, "2016")});
    using Ids = std::vector<std::string>;
    const Ids newest{"a18", "b17", "c16"};
    const Ids of_2017{"b17", "a18", "c16"};
    for (const char* query :
         {"harbour 2017", "harbour in 2017?", "(2017) harbour", "harbour '2017'"}) {
        CAPTURE(std::string(query));
        CHECK(index.ids({}, query) == of_2017);
    }
    CHECK(index.ids({}, "harbour (2016 OR 2017)") == Ids{"b17", "c16", "a18"});
    for (const char* query : {"harbour 2016 2017", "harbour -2017", "harbour 2200",
                              "harbour 2017-05", "2,017 harbour"}) {
        CAPTURE(std::string(query));
        CHECK(index.ids({}, query) == newest);
    }
}

TEST_CASE("of a compound letters and stop words say nothing") {
    const SmallIndex index({made_article("merger", "Phones", "AT&T plans a merger."),
                            made_article("of", "Notes", "All of it is at the top."),
                            made_article("art", "Notes", "A state of the art museum."),
                            made_article("state", "Notes", "The state pays.")});
    using Ids = std::vector<std::string>;
    CHECK(index.ids({}, "AT&T merger") == Ids{"merger"});
    Ids found = index.ids({}, "state-of-the-art merger");
    std::ranges::sort(found);
    CHECK(found == Ids{"art", "merger", "state"});
}

TEST_CASE("whatever has all of the words has some of them, letters or not") {
    const SmallIndex index({made_article("a", "Report", "Of R & D and of M & A."),
                            made_article("b", "Report", "To do or not: what if?"),
                            made_article("c", "Report", "The harbour is closed.")});
    for (const char* query : {"R&D M&A", "to-do what-if", "A-to-Z harbour"}) {
        CAPTURE(std::string(query));
        const SearchResult some = index.ask({}, query);
        SearchRequest request;
        request.some_words = false;
        const SearchResult all = index.ask(request, query);
        CHECK(some.all_words.number == all.all_words.number);
        CHECK(some.some_words.number < 3);
    }
    CHECK(index.ask({}, "R&D M&A").all_words.number == 1);
}

TEST_CASE("a few articles in another language are no collection to measure by") {
    std::vector<Article> articles;
    for (int i = 0; i < 30; ++i) {
        Article made =
            made_article("tr" + std::to_string(i), "Haber",
                         i % 3 == 0 ? "Liman kapandi gemiler bekliyor." : "Liman buyuk.");
        made.language = "tr";
        articles.push_back(made);
    }
    articles.push_back(made_article("en", "Report", "The harbour."));
    const SmallIndex index(std::move(articles));
    SearchRequest request;
    request.explain = true;
    const SearchResult found = index.ask(request, "liman gemiler");
    REQUIRE_FALSE(found.hits.empty());
    CHECK(found.hits[0].article.id.starts_with("tr"));
    CHECK(found.hits[0].lacking.empty());
    CHECK(found.hits[0].score > 1);
}
