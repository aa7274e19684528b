// SPDX-License-Identifier: GPL-2.0-or-later
// An exported line gives the article back, whatever it is.
#include "indexer/inspect/article_line.h"

#include <doctest/doctest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "indexer/readers/readers.h"
#include "tests/unit/random_articles.h"
#include "tests/unit/resolved_article.h"

namespace dateline {
namespace {

ResolvedArticle read_back(const std::string& line) {
    const Reading reading = read_json_line(line);
    CHECK(reading.problems.empty());
    REQUIRE(reading.articles.size() == 1);
    return resolve(reading.articles[0], {"2020-01-01-export.jsonl", {}, ""}, outlets());
}

/// What an export cannot give back: the places of another file, and what is counted anew.
Article without_place(Article article) {
    article.id = article.item = article.path = "";
    article.root = article.item_line = article.words = 0;
    article.unit = PlaceUnit::line;
    article.lines.clear();
    return article;
}

Article sample() {
    Article article;
    article.id = "0javkb8r7jh1h";
    article.path = "a/b.md";
    article.title = "T";
    article.body = "One.\n\nTwo.";
    return article;
}

}  // namespace

TEST_CASE("an exported line gives back every field and the text as they were") {
    struct Row {
        const char* what;
        std::function<void(Article&)> change;
    };
    const Row rows[] = {
        {"nothing more", [](Article&) {}},
        {"no text", [](Article& a) { a.body.clear(); }},
        {"no title", [](Article& a) { a.title.clear(); }},
        {"neither", [](Article& a) { a.title = a.body = ""; }},
        {"a month", [](Article& a) { a.published = parse_iso_date("2026-02"); }},
        {"a year", [](Article& a) { a.published = parse_iso_date("1815"); }},
        {"a time of day",
         [](Article& a) {
             a.published = parse_iso_date("2026-02-27");
             a.instant = "2026-02-27T16:42:00+04:00";
         }},
        {"authors that look like several",
         [](Article& a) {
             a.authors = {"By Ann Lee and Bo Ito", "Smith, John", "unknown", "x@e.org", "A"};
         }},
        {"tags with commas",
         [](Article& a) {
             a.tags = {"arts, culture", "#x", "[[y]]"};
         }},
        {"a section that is a list", [](Article& a) { a.section = "grain, wheat, corn"; }},
        {"an outlet that is known by another name",
         [](Article& a) {
             a.outlet = "npr";
             a.outlet_names = {"NPR", "National Public Radio"};
             a.host = "example.org";
             a.url = "https://www.theverge.com/a?b=1#c";
             a.source = "Reuters (via AP)";
         }},
        {"values that are worked out",
         [](Article& a) {
             a.outlet = "NPR";
             a.language = "de";
             a.derived = {{"outlet", "host of the URL"},
                          {"language", "detected"},
                          {"title", "first sentence"},
                          {"date", "2026/.dateline.yaml"}};
         }},
        {"markup that is text",
         [](Article& a) {
             a.title = "<b>1</b> &amp; *2* [3](http://e.org) | NPR";
             a.summary = a.title;
             a.body = "<p>1</p> &lt;\n\n## 2\n- *3*\n\nBy Ann Lee\n\nPublished 2019-03-04";
         }},
        {"a text that begins with its title", [](Article& a) { a.body = "T\n\nBy Bo\n\nTwo."; }},
        {"characters that move others, blanks around",
         [](Article& a) {
             a.title = " \u202Eabc\u2066\u0085\u00A0 ";
             a.body = "\uFEFF  a\t\u2028b\u007F \"\\\n c  ";
         }},
        {"other scripts", [](Article& a) { a.body = "人民大会堂。😀\n\nÉlysée"; }},
        {"a place within a file",
         [](Article& a) {
             a.item_line = 7;
             a.unit = PlaceUnit::page;
             a.item = "https://e.org/\n";
         }},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Article article = sample();
        row.change(article);
        const ResolvedArticle back = read_back(article_line(article, "/home/a"));
        CHECK(back.problems.empty());
        CHECK(without_place(back.article) == without_place(article));
    }
}

TEST_CASE("random articles come back from their lines") {
    Generator generator(7);
    for (int i = 0; i < 500; ++i) {
        Article article = generator.article();
        std::erase(article.authors, "");
        const std::string line = article_line(article, "/r");
        CAPTURE(line);
        CHECK(without_place(read_back(line).article) == without_place(article));
    }
}

TEST_CASE("a line is one line that a terminal may show, and says where the article came from") {
    Article article = sample();
    article.title = "a\u009B2J\u202Eb\n\x1B[2J";
    article.item_line = 3;
    article.path = "caf\xE9.jsonl";
    const std::string line = article_line(article, "/home/a");
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(line.find("\u009B") == std::string::npos);
    CHECK(line.find("\u202E") == std::string::npos);
    CHECK(line.find('\x1B') == std::string::npos);
    const auto json = nlohmann::json::parse(line);
    CHECK(json.at("dateline_export") == 1);
    CHECK(json.at("id") == article.id);
    CHECK(json.at("title") == article.title);
    CHECK(json.at("file") == "/home/a/caf\uFFFD.jsonl");
    CHECK(json.at("line") == 3);
    CHECK(json.at("author").empty());
    CHECK(json.at("date").is_null());
    CHECK_FALSE(json.contains("page"));
    article.unit = PlaceUnit::paragraph;
    CHECK(nlohmann::json::parse(article_line(article, "")).at("paragraph") == 3);
}

TEST_CASE("the id of an exported article is what tells it from the others of its file") {
    CHECK(read_json_line(article_line(sample(), "")).articles[0].identity == "0javkb8r7jh1h");
}

TEST_CASE("a line that somebody edited is read as far as it makes sense") {
    const ResolvedArticle found = read_back(
        R"({"dateline_export": 1, "title": "a\u0000b", "date": "last week", "author": "One, Two",
            "tag": [1, "", "x", ["y"]], "length": "12", "root": 5, "": "z",
            "derived": {"title": "x", "none": "y", "outlet": 3}, "text": "\n\n1\r\n\n\n\n2\n"})");
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].message == "date 'last week' is not YYYY, YYYY-MM or YYYY-MM-DD");
    CHECK(found.problems[0].kind == ProblemKind::bad_date);
    CHECK(found.article.title == "a b");
    CHECK(found.article.authors == std::vector<std::string>{"One, Two"});
    CHECK(found.article.tags == std::vector<std::string>{"x"});
    CHECK(found.article.body == "1 \n\n2");
    CHECK(found.article.derived == std::map<std::string, std::string>{{"title", "x"}});
}

TEST_CASE("what no article has is cut in an exported line too") {
    Article article = sample();
    for (int i = 0; i < 300; ++i) article.tags.push_back("t" + std::to_string(i));
    article.authors = article.outlet_names = article.tags;
    const ResolvedArticle found = read_back(article_line(article, ""));
    CHECK(found.article.tags.size() == 200);
    CHECK(found.article.authors.size() == 64);
    CHECK(found.article.outlet_names.size() == 64);
    CHECK(found.problems.size() == 3);
}

TEST_CASE("an object of another version, or that does not say so, is read as any other") {
    for (const std::string version : {"2", "\"1\"", "true", "1.5", "null"}) {
        CAPTURE(version);
        const ResolvedArticle found = read_back("{\"dateline_export\": " + version +
                                                ", \"author\": [\"By Ann Lee and Bo Ito\"], "
                                                "\"text\": \"One.\"}");
        CHECK(found.article.authors == std::vector<std::string>{"Ann Lee", "Bo Ito"});
    }
}

}  // namespace dateline
