// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "indexer/readers/containers/json_scanner.h"
#include "tests/unit/containers.h"

namespace dateline {

TEST_CASE("JSON gives its articles however they are laid out") {
    struct Row {
        const char* json;
        Strings items;
    };
    const Row rows[] = {
        {R"([{"title":"a","text":"x"},{"title":"b","text":"y"}])", {"1 a", "1 b"}},
        {"[\n {\n \"title\": \"a\",\n \"text\": \"x\"\n },\n {\"title\": \"b\", \"text\": "
         "\"y\"}\n]",
         {"2 a", "6 b"}},
        {R"({"title":"a","text":"x"})", {"1 a"}},
        {"{\n\"title\": \"a\",\n\"text\": \"x\"\n}\n{\n\"title\": \"b\",\n\"text\": \"x\"\n}",
         {"1 a", "5 b"}},
        {R"({"total":1,"items":[{"title":"a","text":"x"}],"next":null})", {"1 a"}},
        {R"({"response":{"results":[{"webTitle":"a","fields":{"bodyText":"x"}}]}})", {"1 a"}},
        {R"({"data":{"articles":[1,{"title":"a","text":"x"}]},"entries":[{"title":"b","text":"y"}]})",
         {"1 a", "1 b"}},
        {R"([{"title":"a \"]}\\","text":"x {["}])", {"1 a \"]}\\"}},
        {R"([{"title":{"rendered":"a"},"content":{"rendered":"<p>x</p>"}}])", {"1 "}},
        {R"([{"title":"a","body":["x","y"]}])", {"1 a"}},
        {R"([{"items":[{"title":"a","text":"x"}]}])", {"1 a"}},
        {R"({"title":"a","text":"x","items":[{"title":"b","text":"y"}]})", {"1 a"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json);
        for (const std::size_t step : {std::size_t{1}, std::size_t{5000}}) {
            const ReadContainer read = read_container("a.json", row.json, step);
            CHECK(read.items == row.items);
            CHECK(read.problems.empty());
        }
    }
}

TEST_CASE("JSON that is no article becomes none, and links are told as such") {
    struct Row {
        const char* json;
        Strings problems;
    };
    const Row rows[] = {
        {R"({"name":"x","version":"1","scripts":{"test":"y"}})", {}},
        {R"({"title":"Note","textContent":"x"})", {}},
        {R"({"object":"list","results":[{"object":"block","text":{"content":"x"}}]})", {}},
        {R"({"text":"of a translation","other":"x"})", {}},
        {R"([{"title":"a","url":"https://e.org/1"},{"url":"https://e.org/2"}])",
         {"0 2 links and no texts"}},
        {R"({"bookmarks":[{"article__url":"https://e.org/1"}]})", {"0 1 link and no texts"}},
        {"{}", {}},
        {"[]", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json);
        const ReadContainer read = read_container("a.json", row.json);
        CHECK(read.items.empty());
        CHECK(read.problems == row.problems);
        CHECK_FALSE(read.holds_articles);
    }
}

TEST_CASE("files in UTF-16 are read as those in UTF-8, in whatever pieces they come") {
    const auto wide = [](std::string_view text, bool big) {
        std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
        for (const char c : text) {
            const bool astral = c == '*';  // stands for a character of two units
            for (const unsigned unit : {astral ? 0xD83DU : static_cast<unsigned>(c), 0xDE00U}) {
                if (unit == 0xDE00U && !astral) continue;
                const char high = static_cast<char>(unit >> 8U);
                const char low = static_cast<char>(unit & 0xFFU);
                out += big ? high : low;
                out += big ? low : high;
            }
        }
        return out;
    };
    struct Row {
        const char* name;
        const char* text;
    };
    const Row rows[] = {
        {"a.json", "[\n{\"title\":\"a\",\"text\":\"x*y\"}]"},
        {"a.jsonl", "\n{\"title\":\"a\",\"text\":\"x*y\"}\n"},
        {"a.csv", "title,text\r\na,x*y\r\n"},
    };
    for (const Row& row : rows) {
        for (const bool big : {false, true}) {
            for (const std::size_t step : {1, 2, 3, 7, 100}) {
                CAPTURE(row.name);
                CAPTURE(big);
                CAPTURE(step);
                const ReadContainer read = read_container(row.name, wide(row.text, big), step);
                CHECK(read.items == Strings{"2 a"});
                CHECK(read.problems.empty());
                REQUIRE(read.articles.size() == 1);
                CHECK(read.articles[0].text == "x\xF0\x9F\x98\x80y");
            }
        }
    }
}

TEST_CASE("bookmarks that browsers keep as JSON are named as links without texts") {
    const char* rows[] = {
        R"({"guid":"root________","type":"text/x-moz-place-container","children":[)"
        R"({"type":"text/x-moz-place","iconUri":"http://e.org/i","uri":"https://e.org/1"},)"
        R"({"type":"text/x-moz-place","uri":"https://e.org/2"}]})",
        "{\n \"roots\": {\n  \"bookmark_bar\": {\n   \"url\": \"https://e.org/1\"\n  },\n"
        "  \"other\": {\n   \"url\": \"https://e.org/2\"\n  }\n }\n}",
    };
    for (const char* json : rows) {
        CAPTURE(json);
        const ReadContainer read = read_container("bookmarks.json", json);
        CHECK(read.items.empty());
        CHECK(read.problems == Strings{"0 2 links and no texts"});
        CHECK_FALSE(read.holds_articles);
    }
}

TEST_CASE("nothing of a JSON file is lost silently") {
    struct Row {
        const char* json;
        Strings items;
        Strings problems;
    };
    const Row rows[] = {
        {R"([{"title":"a","text":"x"},{"title":"b","url":"u"},{"c":1}])",
         {"1 a"},
         {"0 2 of 3 objects have no text"}},
        {"[{\"title\":\"a\",\"text\":\"x\"},\n{\"title\":\"b",
         {"1 a"},
         {"2 the file ends within an object"}},
        {"[{\"title\":\"a\",\"text\":\"x\"}]\n]",
         {"1 a"},
         {"2 a bracket closes what was not open"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json);
        const ReadContainer read = read_container("a.json", row.json);
        CHECK(read.items == row.items);
        CHECK(read.problems == row.problems);
    }
    const ReadContainer bad = read_container("a.json",
                                             "[{\"title\":\"a\",\"text\":x},\n"
                                             "{\"title\":\"b\",\"text\":\"y\"}]");
    CHECK(bad.items == Strings{"2 b"});
    REQUIRE(bad.problems.size() == 1);
    CHECK(bad.problems[0].starts_with("1 not valid JSON"));
}

TEST_CASE("an object that is too long is passed over and reported") {
    Strings pieces;
    JsonScanner scanner(
        [&](const JsonPiece& piece) {
            pieces.emplace_back(piece.text);
            return true;
        },
        20);
    scanner.add("[{\"a\":1},\n{\"a\":\"0123456789012345\"},{\"b\":2}]");
    scanner.finish();
    CHECK(pieces == Strings{"{\"a\":1}", "{\"b\":2}"});
    const std::vector<Problem> problems = scanner.take_problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].line == 2);
}

TEST_CASE("what a JSON Feed says of itself holds for its items") {
    const ReadContainer read = read_container(
        "feed.json", R"({"version":"https://jsonfeed.org/version/1.1","title":"The Letter",
            "language":"en","items":[{"id":"1","title":"a","content_html":"<p>x</p>"}]})");
    REQUIRE(read.articles.size() == 1);
    const std::vector<RawField> fields = {{"id", {"1"}, 0},
                                          {"title", {"a"}, 0},
                                          {"feed", {"The Letter"}, 0},
                                          {"language", {"en"}, 0}};
    CHECK(read.articles[0].fields == fields);
    CHECK(read.articles[0].identity == "1");
}

TEST_CASE("the day of saving is no day of publication") {
    const ReadContainer read = read_container(
        "a.json", R"([{"title":"a","content":"x","created_at":"2026-01-01","is_archived":0},
                      {"title":"b","content":"x","created_at":"2026-01-01"}])");
    REQUIRE(read.articles.size() == 2);
    CHECK(read.articles[0].fields.size() == 2);
    CHECK(read.articles[1].fields.size() == 2);
    CHECK(read.articles[1].fields[1].key == "created_at");
}

TEST_CASE("lines of JSON with lists inside give all articles, and one without any is a problem") {
    const ReadContainer read = read_container(
        "a.jsonl",
        "{\"items\":[{\"title\":\"a\",\"text\":\"x\"},{\"title\":\"b\",\"text\":\"y\"}]}\n{}\n");
    CHECK(read.items == Strings{"1 a", "1 b"});
    CHECK(read.problems == Strings{"2 no article in it"});
}

TEST_CASE("a text of its own behind a list of articles in one object is told, once") {
    const std::string text(70, 'x');
    const std::string list = R"({"items":[{"title":"a","text":"x"}],"text":")";
    const ReadContainer told =
        read_container("a.json", list + text + R"(","content":")" + text + "\"}", 7);
    CHECK(told.items == Strings{"1 a"});
    REQUIRE(told.problems.size() == 1);
    CHECK(told.problems[0].find("behind a list") != std::string::npos);
    CHECK(read_container("a.json", list + "ok\"}", 7).problems.empty());
}

TEST_CASE("pictures of an agency are told in JSON, and no articles") {
    const ReadContainer read = read_container(
        "a.json",
        R"({"item":[{"type":"picture","versioncreated":"2026-03-04","headline":"a","body_text":"x"}]})",
        5000);
    CHECK(read.items.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].find("1 picture") != std::string::npos);
}

}  // namespace dateline
