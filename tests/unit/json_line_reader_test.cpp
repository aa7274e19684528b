// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "indexer/readers/readers.h"

namespace dateline {

TEST_CASE("an object of JSON Lines gives its keys, its text and its identity") {
    const Reading reading = read_json_line(
        R"({"id": 7, "Title": "T", "authors": ["A", {"name": "B", "x": 1}], "places": [],
            "source": {"id": null, "name": "NPR"}, "geo": {"lat": 1.5}, "ok": true, "none": null,
            "text": "One\ntwo\n\nThree"})");
    REQUIRE(reading.articles.size() == 1);
    const RawArticle& article = reading.articles[0];
    const std::vector<RawField> fields = {{"id", {"7"}, 0},           {"title", {"T"}, 0},
                                          {"authors", {"A", "B"}, 0}, {"source", {"NPR"}, 0},
                                          {"geo.lat", {"1.5"}, 0},    {"ok", {"true"}, 0}};
    CHECK(article.fields == fields);
    CHECK(article.text == "One\ntwo\n\nThree");
    CHECK(article.lines.empty());
    CHECK(article.identity == "7");
}

TEST_CASE("the text of a JSON object is looked for under several keys and may be HTML") {
    struct Row {
        const char* line;
        const char* text;
        const char* identity;
    };
    const Row rows[] = {
        {R"({"content": "c", "text": "t", "url": "u"})", "t", "u"},
        {R"({"text": "", "body": "b", "guid": "g", "url": "u"})", "b", "g"},
        {R"({"content_html": "<p>a</p><p>b &amp; c</p>"})", "a\n\nb & c", ""},
        {R"({"content": "<p>a</p>"})", "a", ""},
        {R"({"text": "a <a href=\"//e.org\">b</a>\n\nc"})", "a b\n\nc", ""},
        {R"({"text": "AT&amp;T &lt;a&gt; b"})", "AT&T <a> b", ""},
        {R"({"title": "only"})", "", ""},
        {R"({"text": "a\r\n\r\nb \u00e9 \ud83d\ude00"})", "a\n\nb é 😀", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const Reading reading = read_json_line(row.line);
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].text == row.text);
        CHECK(reading.articles[0].identity == row.identity);
    }
}

TEST_CASE("a line that is no JSON object is a problem of its line alone") {
    const Reading reading =
        read_file("a.jsonl", "{\"text\": \"a\"}\n{\"text\": \n\n[1]\n{\"text\": \"b\"}\n");
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[1].line == 5);
    REQUIRE(reading.problems.size() == 2);
    CHECK(reading.problems[0].line == 2);
    CHECK(reading.problems[0].message.starts_with("not valid JSON ("));
    CHECK(reading.problems[1] == Problem{"", 4, "not a JSON object", true});
}

TEST_CASE("what an object has behind its thousandth key is left out, and a problem says so") {
    const auto keys = [](int count) {
        std::string json;
        for (int number = 0; number < count; ++number)
            json += "\"k" + std::to_string(number) + "\": {\"a\": [1]}, ";
        return json;
    };
    const Reading enough = read_json_line("{" + keys(999) + "\"text\": \"a\"}");
    CHECK(enough.problems.empty());
    CHECK(enough.articles[0].text == "a");
    CHECK(enough.articles[0].fields.size() == 999);
    const Problem problem{"", 1, "an object with more than 1000 keys; the others are left out",
                          false};
    const Reading more = read_json_line("{\"text\": \"a\", " + keys(2000) + "\"title\": \"b\"}");
    CHECK(more.problems == std::vector<Problem>{problem});
    CHECK(more.articles[0].text == "a");
    CHECK(more.articles[0].fields.size() == 999);
    const Reading inner = read_json_line("{\"x\": {" + keys(2000) + "\"y\": 1}, \"text\": \"a\"}");
    CHECK(inner.problems == std::vector<Problem>{problem});
    CHECK(inner.articles[0].text == "a");
}

TEST_CASE("a fault of the encoding is told from one of the JSON before it") {
    const std::pair<std::string, ProblemKind> rows[] = {
        {"{\"a\":\"caf\xe9\"}", ProblemKind::encoding},
        {"\xff", ProblemKind::encoding},
        {"+ caf\xe9", ProblemKind::other},
        {"{\"a\" +}", ProblemKind::other},
        {"{\"a\" \u00e9}", ProblemKind::other},
    };
    for (const auto& [line, kind] : rows) {
        CAPTURE(line);
        const Reading reading = read_json_line(line);
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].kind == kind);
    }
}

TEST_CASE("JSON that is nested without end is refused") {
    CHECK(read_json_line("{\"a\": " + std::string(200000, '[')).articles.empty());
    CHECK(read_json_line("{\"a\": " + std::string(2000, '[') + std::string(2000, ']') + "}")
              .articles.empty());
}

}  // namespace dateline
