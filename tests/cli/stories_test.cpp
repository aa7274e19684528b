// SPDX-License-Identifier: GPL-2.0-or-later
// The built searcher on copies, stories and quotations: each option once, and what it refuses.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/harness_json.h"
#include "tests/unit/json_schema.h"
#include "tests/unit/made_text.h"

namespace dateline::cli {
namespace {

using Json = nlohmann::json;

void write_article(const Sandbox& sandbox, const std::string& name, const std::string& outlet,
                   const std::string& date, const std::string& text) {
    sandbox.write("articles/" + name + ".md", "---\ntitle: Grain, as " + name +
                                                  " has it\noutlet: " + outlet + "\ndate: " + date +
                                                  "\n---\n\n" + text + "\n");
}

/// One text in four articles, and three others.
const Sandbox& archive() {
    static const Sandbox sandbox;
    static const bool once = [] {
        const std::string text = "The grain deal was signed. " + words(1, 150) + ".\n\n";
        const std::string more = "Five ships left the harbour. " + words(2, 40) + ".\n\n";
        write_article(sandbox, "first", "Reuters", "2026-02-01", text + more);
        write_article(sandbox, "same", "The Post", "2026-02-02", text + more);
        write_article(sandbox, "cut", "The Times", "2026-02-02",
                      "The grain deal was signed. " + words(1, 80) + ".");
        write_article(sandbox, "edited", "The Post", "2026-02-03",
                      text + "Six ships left the harbour. " + words(3, 60) + ".");
        std::uint32_t other = 10;
        for (const char* name : {"one", "two", "three"})
            write_article(sandbox, name, "The Times", "2026-02-04",
                          "The grain deal failed. " + words(other++, 60));
        REQUIRE(sandbox.index({"articles"}).status == 0);
        return true;
    }();
    (void)once;
    return sandbox;
}

/// The sandbox with corpus/ indexed.
const Sandbox& corpus() {
    static const Sandbox sandbox;
    static const bool once = [] {
        sandbox.copy_corpus("articles");
        REQUIRE(sandbox.index({"articles"}).status == 0);
        return true;
    }();
    (void)once;
    return sandbox;
}

std::string names(const Json& result) {
    std::string line;
    for (const Json& hit : result["hits"]) {
        const std::string path = hit["path"];
        line += (line.empty() ? "" : " ") + path.substr(path.rfind('/') + 1);
    }
    return line;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "people see one hit for copies, programs see each article, and both can have it otherwise") {
    const Output folded = archive().search({"grain"});
    CHECK(contains(folded.out, "also in "));
    CHECK(contains(folded.out, "7 articles, 4 texts"));
    CHECK(json_of(archive(), {"grain"})["hits"].size() == 7);
    const Json asked = json_of(archive(), {"--copies", "fold", "--sort", "oldest", "grain"});
    CHECK(asked["hits"].size() == 4);
    CHECK(asked["hits"][0]["copies"]["articles"] == 3);
    CHECK(asked["hits"][0]["copies"]["is_first"] == true);
    CHECK(asked["hits"][0]["copies"]["ids"].size() == 3);
    CHECK_FALSE(contains(archive().search({"--copies", "show", "grain"}).out, "also in "));
    const Json only = json_of(archive(), {"--copies", "only", "grain"});
    CHECK(only["hits"].size() == 1);
    const Output files = archive().search({"-l", "grain"});
    CHECK(std::count(files.out.begin(), files.out.end(), '\n') == 7);
    CHECK(archive().search({"--count", "grain"}).out == "7\n");
    CHECK(archive().search({"--count", "--copies", "fold", "grain"}).out == "4\n");
    CHECK(archive().search({"--count", "--copies", "only", "grain"}).out == "1\n");
}

TEST_CASE("the copies of an article are listed with what each is to the first") {
    const Json copies = json_of(archive(), {"--copies-of", "articles/edited.md"});
    CHECK(names(copies).starts_with("first.md "));
    CHECK(names(copies).ends_with(" edited.md"));
    REQUIRE(copies["hits"].size() == 4);
    CHECK(copies["hits"][0]["copy"]["kind"] == "first");
    CHECK(copies["hits"][3]["copy"]["kind"] == "edited");
    const Output text = archive().search({"--copies-of", "articles/edited.md"});
    CHECK(contains(text.out, "the first in this archive"));
    CHECK(contains(text.out, "the same text"));
    CHECK(contains(text.out, "of the first one's text"));
    CHECK(contains(text.out, "4 articles"));
}

TEST_CASE("counts can count texts instead of articles") {
    const auto total = [](const Json& result) {
        int articles = 0;
        for (const Json& count : result["facets"][0]["counts"]) articles += int{count["articles"]};
        return articles;
    };
    CHECK(total(json_of(archive(), {"--by", "outlet", "grain"})) == 7);
    CHECK(total(json_of(archive(), {"--by", "outlet", "--texts", "grain"})) == 4);
    CHECK(archive().search({"--timeline=day", "--texts", "grain"}).status == 0);
}

TEST_CASE("what an article changed of the first of its copies is shown, or of the one named") {
    const Output alone = archive().search({"--changes", "articles/edited.md"});
    CHECK(alone.status == 0);
    CHECK(contains(alone.out, "Five"));
    CHECK(contains(alone.out, "Six"));
    const Output named = archive().search({"--changes", "articles/first.md", "articles/edited.md"});
    CHECK(named.out == alone.out);
}

TEST_CASE("the story of corpus/ is all five, and that of a hit the same as that of its id") {
    const Json story = json_of(corpus(), {"--story", "articles/001_d4cf1f06fdc1cb96.txt"});
    CHECK(story["hits"].size() == 5);
    const Json list = json_of(corpus(), {"pentagon", "surveillance"});
    for (const std::size_t number : {0U, 2U, 4U}) {
        const std::string id = list["hits"][number]["id"];
        const Json by_id = json_of(corpus(), {"--story", id});
        Json by_hit = json_of(
            corpus(), {"--story-of", std::to_string(number + 1), "pentagon", "surveillance"});
        CHECK(names(by_hit) == names(by_id));
        CHECK(by_hit["hits"] == by_id["hits"]);
    }
    const Output text = corpus().search({"--story", "articles/001_d4cf1f06fdc1cb96.txt"});
    CHECK(contains(text.out, "is new"));
    CHECK(contains(text.out, "covered by 3 of the 3 outlets"));
    CHECK(json_of(corpus(), {"--story", "articles/001_d4cf1f06fdc1cb96.txt", "huawei"})["hits"]
              .size() == 1);
    CHECK(corpus().search({"--story", "articles/001_d4cf1f06fdc1cb96.txt", "--count"}).out ==
          "5\n");
}

TEST_CASE("a quotation is found in all of corpus/, by its words and by an article") {
    const Output typed = corpus().search({"--quote", "these threats do not change our position"});
    CHECK(typed.status == 0);
    CHECK(contains(typed.out, "said by Dario Amodei"));
    CHECK(contains(typed.out, "5 articles"));
    const Json by_article = json_of(corpus(), {"--quote", "articles/003_671bf0bf24d0f2cd.txt"});
    CHECK(by_article["hits"].size() == 5);
    const Output none = archive().search({"--quotes", "articles/one.md"});
    CHECK(none.status == 0);
    CHECK(none.err == "note: it has no quotation of 4 words or more\n");
    const Output own = corpus().search({"--quotes", "articles/003_671bf0bf24d0f2cd.txt"});
    CHECK(contains(own.out, "Regardless, these threats do not change our position"));
    CHECK(contains(own.out, "said by Amodei; also in 4 articles"));
    CHECK(corpus().search({"--quote", "no such words were ever said"}).status == 1);
}

TEST_CASE("what is new in an article is told, and that nothing was before the first") {
    const Output late = corpus().search({"--new-in", "articles/004_471783cd0c4da65b.txt"});
    CHECK(late.status == 0);
    CHECK((contains(late.out, "is new") || contains(late.out, "are new")));
    const Output first = corpus().search({"--new-in", "articles/001_d4cf1f06fdc1cb96.txt"});
    CHECK(first.status == 0);
    CHECK(contains(first.err, "no earlier article of its story"));
}

TEST_CASE("what cannot be asked of copies and stories is told with what to do instead") {
    struct Row {
        std::vector<std::string> arguments;
        int status;
        std::string message;
        std::string hint;
    };
    const std::string no_id = "there is no article 'nothing' in the index";
    const std::string ids = "give an id as hits show it";
    const std::vector<Row> rows{
        {{"--copies-of", "nothing"}, 1, no_id, ids},
        {{"--story", "nothing"}, 1, no_id, ids},
        {{"--quotes", "nothing"}, 1, no_id, ids},
        {{"--new-in", "nothing"}, 1, no_id, ids},
        {{"--changes", "nothing"}, 1, no_id, ids},
        {{"--changes", "articles/first.md", "nothing"}, 1, no_id, ids},
        {{"--changes", "articles/one.md"}, 1, "has no copy", "--changes ID ID"},
        {{"--changes", "articles/first.md"}, 1, "is the first of its copies", "--copies-of"},
        {{"--story-of", "99", "grain"}, 1, "there is no hit 99", "without --story-of"},
        {{"--story-of", "0", "grain"}, 2, "option '--story-of' cannot be '0'", ""},
        {{"--texts", "grain"}, 2, "option '--texts' goes with '--by' or '--timeline' only", "--by"},
        {{"--quotes", "articles/one.md", "grain"},
         2,
         "option '--quotes' takes no words",
         "'grain'"},
        {{"--new-in", "articles/one.md", "grain"},
         2,
         "option '--new-in' takes no words",
         "'grain'"},
        {{"--changes", "a", "b", "c"}, 2, "option '--changes' takes", "'c'"},
        {{"--story", "a", "--quote", "b"}, 2, "exclude each other", ""},
        {{"--copies-of", "a", "--copies", "fold"}, 2, "exclude each other", ""},
        {{"--changes", "a", "--count"}, 2, "do not go together", "leave one"},
        {{"--quote", "grain"}, 2, "too short to be looked for as a quotation", "3 words"},
        {{"--copies", "all", "grain"}, 2, "option '--copies' cannot be 'all'", "fold"},
    };
    for (const Row& row : rows) {
        std::string asked;
        for (const std::string& word : row.arguments) asked += word + " ";
        CAPTURE(asked);
        const Output output = archive().search(row.arguments);
        CAPTURE(output.err);
        CHECK(output.status == row.status);
        CHECK(output.out.empty());
        CHECK(contains(output.err, row.message));
        CHECK(contains(output.err, row.hint));
    }
}

TEST_CASE("the JSON of copies, stories, quotations and changes is as the schema says") {
    std::ifstream file(std::string(DATELINE_CORPUS) + "/../docs/json-output.schema.json");
    JsonSchema schema(Json::parse(file));
    const std::vector<std::vector<std::string>> of_copies{
        {"--copies", "fold", "grain"},
        {"--copies-of", "articles/first.md"},
        {"--changes", "articles/edited.md"},
    };
    const std::vector<std::vector<std::string>> of_corpus{
        {"--story", "articles/001_d4cf1f06fdc1cb96.txt"},
        {"--quote", "these threats do not change our position"},
        {"--quotes", "articles/003_671bf0bf24d0f2cd.txt"},
        {"--new-in", "articles/004_471783cd0c4da65b.txt"},
    };
    for (const auto* questions : {&of_copies, &of_corpus})
        for (const std::vector<std::string>& question : *questions) {
            CAPTURE(question.front());
            const Json result = json_of(questions == &of_copies ? archive() : corpus(), question);
            CHECK(schema.faults(result) == std::vector<std::string>{});
        }
}

}  // namespace dateline::cli
