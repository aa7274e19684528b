// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "tests/unit/containers.h"

namespace dateline {

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
