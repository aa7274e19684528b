// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "indexer/readers/containers/json_scanner.h"
#include "indexer/readers/json_mending.h"
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
        {R"({"took":1,"hits":{"total":{"value":1},"hits":[{"_id":"7","_source":{"title":"a","text":"x"}}]}})",
         {"1 a"}},
        {R"({"data":[{"id":"7","attributes":{"title":"a","body":"x"}}]})", {"1 a"}},
        {R"({"rows":[{"id":"7","doc":{"title":"a","text":"x"}}]})", {"1 a"}},
        {"{\"k1\":\n{\"title\":\"a\",\"text\":\"x\"},\"k2\":{\"title\":\"b\",\"tags\":[{}],"
         "\"text\":\"y\"},\n"
         "\"k3\":{\"title\":\"c\",\"text\":\"z\"},\"k4\":1}",
         {"2 a", "2 b", "3 c"}},
        {R"({"k1":{"title":"a","text":"x"}})", {"1 a"}},
        {R"({"k1":{"title":"a","text":"x"}}{"text":["x"],"title":"b"}{"k2":{"title":"c","text":"x"},"k3":{"title":"d","text":"x"}})",
         {"1 a", "1 b", "1 c", "1 d"}},
        {R"({"about":{"title":"a","text":"x"},"items":[{"title":"b","text":"x"}]})", {"1 b"}},
        {R"({"texts":["x"],"k":{"title":"a","text":"x"}})", {}},
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
        {R"([{"id":1,"name":"x"},{"id":2,"name":"y"}])", {"0 no text among: id, name"}},
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

TEST_CASE("one odd value costs no article, and is told") {
    const std::pair<const char*, const char*> rows[] = {
        {R"([{"title":"a","text":"x","n":[NaN,-Infinity]}])", "NaN or Infinity"},
        {R"([{"title":"a","text":"x","n":1e99999}])", "a number that is too large"},
        {"[{\"title\":\"a\",\"text\":\"x NaN\ny\\\\\"}]", "a line break or control character"},
        {R"([{"title":"a","text":"\ud83d\ude00 \ud83d"}])", "half of a surrogate pair"},
        {"[{\"title\":\"a\",\"text\":\"\t\\ude00\",\"n\":-NaN}]",
         "NaN or Infinity, a line break or control character, half of a surrogate pair"},
    };
    for (const auto& [json, what] : rows) {
        CAPTURE(json);
        const ReadContainer read = read_container("a.json", json);
        CHECK(read.items == Strings{"1 a"});
        CHECK(read.problems == Strings{std::string("1 not valid JSON, mended: it had ") + what});
    }
    CHECK(mend_json(R"({"a":[1.5e3,"\"NaN\u00e9",true])").text ==
          R"({"a":[1.5e3,"\"NaN\u00e9",true])");
    CHECK(mend_json("\"a\nb\\uD83D\\u0041").text == "\"a\\u000ab\\ufffd\\u0041");
}

TEST_CASE("of several texts the longest is the article's, and a page only where it is alone") {
    struct Row {
        std::string members;
        std::string text;
    };
    const std::string text = "One two three four. Five six.";
    std::string prose;
    for (int i = 0; i < 12; ++i) prose += text + " ";
    prose.pop_back();
    const Row rows[] = {
        {R"("text":"Read more","content":")" + prose + R"(")", prose},
        {R"("content":")" + prose + R"(","text":"Read more")", prose},
        {R"("text":"Read more","content_html":"<p>)" + prose + R"(</p>")", prose},
        {R"("text":")" + text + R"(","content_html":"<p>)" + text + R"(!</p>")", text},
        {R"("html":"<p>Menu</p><p>)" + prose + R"(</p>","Full Text":")" + prose + R"(")", prose},
        {R"("html":"<p>)" + prose + R"(</p>")", prose},
        {R"("story-body_de":")" + prose + R"(","n":1)", prose},
        {R"("summary":")" + prose + R"(","text":")" + text + R"(")", text},
    };
    for (const Row& row : rows) {
        CAPTURE(row.members);
        const ReadContainer read =
            read_container("a.json", R"([{"title":"a",)" + row.members + "}]");
        REQUIRE(read.articles.size() == 1);
        CHECK(read.articles[0].text == row.text);
    }
    const ReadContainer list =
        read_container("a.jsonl", R"({"title":"a","intro":")" + prose +
                                      R"(","items":[{"title":"b","text":"x"}]})");
    CHECK(list.items == Strings{"1 b"});
}

TEST_CASE("an object of countless values gives its text and says what is left out") {
    std::string json = R"([{"title":"a","x":[)";
    for (int i = 0; i < 100'001; ++i) json += "{},";
    json += R"({}],"y":{"a":1,"b":[1]},"text":"x"}])";
    const ReadContainer read = read_container("a.json", json, 5000);
    CHECK(read.items == Strings{"1 a"});
    CHECK(read.problems ==
          Strings{"1 more than 100,000 values; what is behind them in its lists is left out"});
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

TEST_CASE("an object that grows too long behind its first entry is no dictionary of articles") {
    JsonScanner scanner([](const JsonPiece&) { return true; }, 32);
    scanner.add(R"({"a":{"text":"x"})" + std::string(40, ' ') + R"(,"b":{"text":"y"}})");
    scanner.finish();
    const std::vector<Problem> problems = scanner.take_problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message.starts_with("an object is longer"));
}

}  // namespace dateline
