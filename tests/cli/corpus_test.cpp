// SPDX-License-Identifier: GPL-2.0-or-later
// The built programs on the five articles of corpus/: which articles answer what.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

/// The sandbox with corpus/ indexed, shared by the questions below, which change nothing.
const Sandbox& indexed_corpus() {
    static const Sandbox sandbox;
    static const bool once = [] {
        sandbox.copy_corpus("articles");
        const Output output = sandbox.index({"articles"});
        REQUIRE_MESSAGE(output.status == 0, output.err);
        return true;
    }();
    (void)once;
    return sandbox;
}

/// "000 001" for the files that answer, full matches only.
std::string found(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--all", "-l"});
    const Output output = indexed_corpus().search(arguments);
    std::set<std::string> numbers;
    for (std::size_t at = output.out.find("articles/"); at != std::string::npos;
         at = output.out.find("articles/", at + 1))
        numbers.insert(output.out.substr(at + 9, 3));
    std::string line;
    for (const std::string& number : numbers) line += (line.empty() ? "" : " ") + number;
    return line;
}

nlohmann::json json_of(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "--json");
    return nlohmann::json::parse(indexed_corpus().search(arguments).out);
}

}  // namespace

TEST_CASE("each question about the corpus finds exactly the articles it should") {
    struct Row {
        std::vector<std::string> arguments;
        std::string files;
    };
    const std::vector<Row> rows{
        {{"--outlet", "npr", "\"supply chain risk\""}, "002"},
        {{"--outlet", "theverge.com"}, "001"},
        {{"--outlet", "The Verge"}, "001"},
        {{"--source", "the verge"}, "001"},
        {{"--author", "Hayden Field"}, "001"},
        {{"--author", "field"}, "001"},
        {{"--since", "2026-02-27"}, "000 003 004"},
        {{"--on", "2026-02-26"}, "001 002"},
        {{"--on", "yesterday"}, "000 003 004"},
        {{"--until", "2026-02-26"}, "001 002"},
        {{"\"cannot in good conscience accede\""}, "000 001 002 003 004"},
        {{"“cannot in good conscience accede”"}, "000 001 002 003 004"},
        {{"pentagon’s"}, "000 001 002 003 004"},
        {{"pentagon's"}, "000 001 002 003 004"},
        {{"hegseth", "-politico"}, "000 001 002"},
        {{"author:novruz"}, "004"},
        {{"title:pentagon"}, "000 001 002 003 004"},
        {{"surveil*"}, "000 001 002 003 004"},
        {{"threaten", "blacklist"}, "000 002 004"},
        {{"bloomberg", "OR", "huawei"}, "000 002"},
        {{"(bloomberg", "OR", "huawei)", "AND", "NOT", "nuclear"}, "002"},
        {{"zzzz"}, ""},
    };
    for (const Row& row : rows) {
        std::string asked;
        for (const std::string& word : row.arguments) asked += word + " ";
        CAPTURE(asked);
        CHECK(found(row.arguments) == row.files);
    }
}

TEST_CASE("a phrase is lit as one span") {
    const auto result = json_of({"--outlet", "npr", "\"supply chain risk\""});
    REQUIRE(result["hits"].size() == 1);
    const auto& passage = result["hits"][0]["passages"][0];
    const std::string text = passage["text"];
    REQUIRE(passage["lit"].size() == 1);
    const std::size_t begin = passage["lit"][0][0];
    const std::size_t end = passage["lit"][0][1];
    CHECK(text.substr(begin, end - begin) == "supply chain risk");
}

TEST_CASE("stems are found and lit") {
    const auto result = json_of({"threaten", "blacklist"});
    std::set<std::string> lit;
    for (const auto& hit : result["hits"])
        for (const auto& passage : hit["passages"])
            for (const auto& span : passage["lit"]) {
                const std::size_t begin = span[0];
                const std::size_t end = span[1];
                lit.insert(passage["text"].get<std::string>().substr(begin, end - begin));
            }
    CHECK(lit.contains("Blacklist"));
    CHECK(lit.contains("threatened"));
}

TEST_CASE("what an article does not state says where it came from") {
    const auto result = json_of({"pentagon"});
    for (const auto& hit : result["hits"]) {
        const std::string path = hit["path"];
        CAPTURE(path);
        if (path.starts_with("002")) {
            CHECK(hit["outlet"] == "NPR");
            CHECK(hit["derived"].contains("outlet"));
            CHECK(hit["derived"]["title"] == "first sentence");
        }
        if (path.starts_with("004")) {
            CHECK(hit["author"][0] == "Akbar Novruz");
            CHECK(hit["instant"] == "2026-02-27T16:42:00+04:00");
            CHECK(hit["outlet"] == "AzerNEWS");
        }
        if (path.starts_with("001")) {
            CHECK(hit["author"][0] == "Hayden Field");
            CHECK(hit["outlet"] == "The Verge");
        }
        if (path.starts_with("000"))
            CHECK(hit["title"] == "Anthropic rejects Pentagon terms over AI safeguards dispute");
    }
}

TEST_CASE("nothing found is exit 1 and says which word is in no article") {
    const Output output = indexed_corpus().search({"zzzz"});
    CHECK(output.status == 1);
    CHECK((output.out + output.err).find("zzzz") != std::string::npos);
}

TEST_CASE("what cannot be done is exit 2, one line what and one line hint") {
    const std::vector<std::vector<std::string>> wrong{
        {"--since", "2026-02-30"}, {"(a OR"}, {"--index", "/nowhere", "x"}, {"--limit", "x"}};
    for (const auto& arguments : wrong) {
        CAPTURE(arguments.front());
        const Output output = indexed_corpus().search(arguments);
        CHECK(output.status == 2);
        CHECK(output.out.empty());
        CHECK(output.err.starts_with("dateline-search: "));
        CHECK(output.err.find("\nhint: ") != std::string::npos);
    }
}

TEST_CASE("articles with all words come first, those with some follow and are marked") {
    const auto result = json_of({"bloomberg", "huawei", "pentagon"});
    CHECK(result["counts"]["all"] == 0);
    REQUIRE(result["hits"].size() == 5);
    for (const auto& hit : result["hits"]) CHECK(hit["match"] == "some");
    const auto two = json_of({"bloomberg", "pentagon"});
    CHECK(two["hits"][0]["match"] == "all");
    CHECK(two["hits"][1]["match"] == "some");
}

TEST_CASE("pages neither repeat nor lose hits") {
    const auto add_ids = [](const auto& json, std::vector<std::string>& ids) {
        for (const auto& hit : json.at("hits")) ids.push_back(hit.at("id"));
    };
    std::vector<std::string> whole;
    add_ids(json_of({"bloomberg", "pentagon"}), whole);
    std::vector<std::string> paged;
    for (int offset = 0; offset < 5; ++offset)
        add_ids(json_of({"bloomberg", "pentagon", "-n1", "--offset", std::to_string(offset)}),
                paged);
    CHECK(paged == whole);
}

TEST_CASE("sorting by date is by date, newest or oldest first") {
    const auto newest = json_of({"--sort", "newest", "pentagon"})["hits"];
    const auto oldest = json_of({"--sort", "oldest", "pentagon"})["hits"];
    REQUIRE(newest.size() == 5);
    CHECK(newest[0]["date"] == "2026-02-27");
    CHECK(newest[4]["date"] == "2026-02-26");
    CHECK(oldest[0]["date"] == "2026-02-26");
}

}  // namespace dateline::cli
