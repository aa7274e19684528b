// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/metadata.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/metadata/authors/byline.h"
#include "indexer/metadata/keys.h"
#include "indexer/metadata/language.h"
#include "indexer/metadata/opening.h"
#include "searcher/render/guesses.h"
#include "tests/unit/resolved_article.h"

namespace {

using namespace dateline;

TEST_CASE("what a file says under another name is no guess, what was worked out is one") {
    struct Row {
        std::vector<RawField> fields;
        std::string_view field;
        bool guess;
    };
    const Row rows[] = {
        {{{"outlet", {"Own Paper"}, 1}}, "outlet", false},
        {{{"source", {"NPR"}, 1}}, "outlet", false},
        {{{"source", {"Valley Times"}, 1}}, "outlet", false},
        {{{"url", {"https://www.npr.org/a"}, 1}}, "outlet", false},
        {{{"url", {"https://harbour-news.example/a"}, 1}}, "outlet", true},
        {{{"url", {"https://www.npr.org/2019/05/02/a"}, 1}}, "date", true},
        {{{"date", {"2019-05-02"}, 1}}, "date", false},
    };
    for (const Row& row : rows) {
        const Article article = resolved(row.fields);
        CAPTURE(derived(article, std::string(row.field)));
        CAPTURE(article.outlet);
        CHECK(is_guess(article, row.field) == row.guess);
    }
}

TEST_CASE("a first line that reads like a headline is the title and leaves the body") {
    const Article article =
        resolved({{"date", {"2026-02-27"}, 1}},
                 "Firm rejects terms over safeguards dispute.\n\nIt refused on Monday.\n\n"
                 "More followed.");
    CHECK(article.title == "Firm rejects terms over safeguards dispute");
    CHECK(derived(article, "title") == "first line");
    CHECK(article.body == "It refused on Monday.\n\nMore followed.");
    CHECK(article.lines == std::vector<LineMark>{{0, 3}});
    CHECK(published(article) == "2026-02-27");
    CHECK(derived(article, "date") == "");
}

TEST_CASE("without a headline the first sentence serves as title and stays in the body") {
    const std::string text =
        "Feb 26 : The company cannot accede to the request, its chief executive said on Thursday. "
        "More.";
    const Article article = resolved({{"date", {"2026-02-27"}, 1}}, text);
    CHECK(article.title ==
          "The company cannot accede to the request, its chief executive said on Thursday.");
    CHECK(derived(article, "title") == "first sentence");
    CHECK(article.body == text.substr(9));
    CHECK(title_repeats_body(article));
    CHECK(published(article) == "2026-02-27");
}

TEST_CASE("a date line gives the instant and a byline the author, and both leave the body") {
    const Article article = resolved(
        {{"date", {"2026-02-27"}, 1}},
        "27 February 2026 16:42 (UTC+04:00)\n\nAkbar Novruz Read more\n\nThe startup rejected the "
        "demand, suggesting that it is willing to risk the penalties, AzerNEWS reports via "
        "Politico.");
    CHECK(article.instant == "2026-02-27T16:42:00+04:00");
    CHECK(article.authors == std::vector<std::string>{"Akbar Novruz"});
    CHECK(article.body.starts_with("The startup rejected"));
    CHECK(article.lines == std::vector<LineMark>{{0, 5}});
    CHECK(article.outlet == "AzerNEWS");
    CHECK(article.host == "azernews.az");
    CHECK(article.source == "Politico");
}

TEST_CASE("a text that ends with what looks like a byline keeps it") {
    const Article article = resolved({}, "MAY STORES CO, 75,000 AT 49, CROSSED\nBY FIRST BOSTON");
    CHECK(article.title == "MAY STORES CO, 75,000 AT 49, CROSSED");
    CHECK(article.body == "BY FIRST BOSTON");
    CHECK(article.authors.empty());
}

TEST_CASE("a heading is the title and leaves the body, also when it repeats a stated title") {
    RawArticle raw = raw_article({}, "The Great Flood\n\nIt rained.");
    raw.heading = "The Great Flood";
    const Article by_heading = resolve(raw, {"a.md", {}, ""}, outlets()).article;
    CHECK(by_heading.title == "The Great Flood");
    CHECK(derived(by_heading, "title") == "heading");
    CHECK(by_heading.body == "It rained.");
    const Article repeated =
        resolved({{"title", {"The great flood!"}, 1}}, "The Great Flood\n\nIt rained.");
    CHECK(repeated.title == "The great flood!");
    CHECK(repeated.body == "It rained.");
    const Article other = resolved({{"title", {"Rain"}, 1}}, "The Great Flood\n\nIt rained.");
    CHECK(other.body == "The Great Flood\n\nIt rained.");
}

TEST_CASE("a page's title loses the site's name if another field has it without") {
    const Article article = resolved(
        {{"title", {"Storm hits coast | The Verge"}, 1}, {"og:title", {"Storm hits coast"}, 2}});
    CHECK(article.title == "Storm hits coast");
}

TEST_CASE("an article without any text is titled by its file's name") {
    const Article article = resolved({}, "", "2015/2015-06-05-what-we-know.md");
    CHECK(article.title == "What we know");
    CHECK(derived(article, "title") == "file name");
}

TEST_CASE("marks of lines follow the text when its beginning goes") {
    RawArticle raw;
    raw.text = "one\ntwo\n\nthree\nfour";
    raw.lines = {{0, 5}, {9, 20}};
    drop_prefix(raw, 4);
    CHECK(raw.text == "two\n\nthree\nfour");
    CHECK(raw.lines == std::vector<LineMark>{{0, 6}, {5, 20}});
    drop_prefix(raw, 11);
    CHECK(raw.text == "four");
    CHECK(raw.lines == std::vector<LineMark>{{0, 21}});
    drop_prefix(raw, 100);
    CHECK(raw.text.empty());
}

TEST_CASE("keys are found however they are typed") {
    for (const std::string_view key :
         {"publishedAt", "published_at", "published-at", "PUBLISHED AT"}) {
        CAPTURE(key);
        REQUIRE(find_key(key) != nullptr);
        CHECK(find_key(key)->meaning == Meaning::date);
    }
    CHECK(find_key("og:site_name")->meaning == Meaning::outlet);
    CHECK(find_key("layout") == nullptr);
    CHECK(find_key("") == nullptr);
    CHECK(find_key(std::string(1000, 'a')) == nullptr);
}

TEST_CASE("no bytes upset the resolving") {
    std::mt19937 random(7);
    const std::string_view pieces[] = {"By ",       "Jane Doe",
                                       "\n",        "\n\n",
                                       "Feb 26 : ", "(CNN) -- ",
                                       "\xE2\x80",  "\xFF",
                                       "NPR's ",    " contributed to this report",
                                       "©",         "https://",
                                       "[[",        "]]",
                                       "|",         "&#",
                                       "<b",        "**",
                                       "_",         "](",
                                       "作者：",    " reports via ",
                                       ".",         "2026-02-30"};
    const std::string_view keys[] = {"title", "source", "url",  "date", "authors",
                                     "tags",  "lang",   "from", "site"};
    const auto garbage = [&] {
        std::string text;
        for (auto i = random() % 24; i > 0; --i) text += pieces[random() % std::size(pieces)];
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        RawArticle raw = raw_article({}, garbage());
        raw.heading = garbage();
        raw.identity = garbage();
        for (auto i = random() % 5; i > 0; --i) {
            raw.fields.push_back(
                {std::string(keys[random() % std::size(keys)]), {garbage(), garbage()}, 1});
        }
        const ResolvedArticle result = resolve(raw, {garbage(), raw.fields, "d"}, outlets());
        CHECK(result.article.body.size() <= raw.text.size());
    }
}

}  // namespace
