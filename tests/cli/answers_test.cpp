// SPDX-License-Identifier: GPL-2.0-or-later
// Nothing silently wrong: what the built programs say beside the answer, in every format.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

std::string article(const std::string& title, const std::string& head, const std::string& body) {
    return "---\ntitle: " + title + "\n" + head + "---\n\n" + body + "\n";
}

/// Thirty articles about kavanaugh, in ten outlets and with a slip in one of them.
const Sandbox& archive() {
    static const Sandbox sandbox;
    static const bool once = [] {
        for (int i = 0; i < 30; ++i)
            sandbox.write("articles/a" + std::to_string(i) + ".md",
                          article("Hearing " + std::to_string(i),
                                  "outlet: Paper " + std::to_string(i % 10) + "\ndate: 2018-0" +
                                      std::to_string(1 + i % 9) + "-15\n",
                                  i == 3 ? "The judge kavanagh was kavanaugh heard."
                                         : "The judge kavanaugh was heard."));
        REQUIRE(sandbox.index({"articles"}).status == 0);
        return true;
    }();
    (void)once;
    return sandbox;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("formats for files and programs say that they hold the first ten only") {
    const std::string note = "note: 10 of 30 articles; -n0 gives all\n";
    for (const std::string format : {"--cite=ris", "--cite=apa", "--format=csv", "--format=jsonl",
                                     "--format=md", "--format=html"}) {
        CAPTURE(format);
        CHECK(archive().search({format, "judge"}).err == note);
        CHECK(archive().search({format, "judge", "-n0"}).err.empty());
        CHECK(archive().search({format, "judge", "-n10"}).err.empty());
        CHECK(archive().search({format, "judge", "--offset=20"}).err.empty());
        CHECK(archive().search({format, "judge", "--offset=19"}).err == note);
        CHECK(archive().search({format, "kavanagh judge", "--all"}).err.find("-n0") ==
              std::string::npos);
    }
    for (const std::vector<std::string>& told :
         std::vector<std::vector<std::string>>{{"judge"},
                                               {"judge", "--json"},
                                               {"judge", "-l"},
                                               {"judge", "--count"},
                                               {"judge", "--by=outlet", "--format=csv"}}) {
        CAPTURE(told);
        CHECK(archive().search(told).err.empty());
    }
}

TEST_CASE("where a format has no place for advice it comes as notes") {
    for (const std::string format : {"--count", "--format=csv", "--format=jsonl", "--format=md",
                                     "--format=html", "--cite=apa", "-l"}) {
        CAPTURE(format);
        const Output output = archive().search({format, "--since=2019", "kavanaogh"});
        CHECK(output.status == 1);
        CHECK(has(output.err, "note: no article has 'kavanaogh'; perhaps 'kavanaugh' (30 "));
        const Output filter = archive().search({format, "--since=2019", "judge"});
        CHECK(filter.status == 1);
        CHECK(has(filter.err, "note: without the date filter: 30 articles\n"));
    }
    const Output text = archive().search({"kavanaogh"});
    CHECK(has(text.out, "no article has 'kavanaogh'"));
    CHECK(text.err.empty());
}

TEST_CASE("a rare word beside a common one that is spelt nearly so is told, though found") {
    const Output output = archive().search({"kavanagh"});
    CHECK(output.status == 0);
    CHECK(output.err == "note: only 1 article has 'kavanagh'; perhaps 'kavanaugh' (30 articles)\n");
    CHECK(archive().search({"kavanaugh"}).err.empty());
}

TEST_CASE("a table of a timeline tells of all outlets in the formats for programs") {
    using Json = nlohmann::json;
    const Json timeline = Json::parse(
        archive().search({"--json", "--timeline=year", "--by=outlet", "judge"}).out)["timeline"];
    CHECK(timeline["columns"].size() == 10);
    for (const Json& bar : timeline["bars"]) {
        int parts = bar["others"];
        for (const Json& part : bar["parts"]) parts += part.get<int>();
        CHECK(parts == bar["articles"]);
    }
    const Json line = Json::parse(
        archive().search({"--format=jsonl", "--timeline=year", "--by=outlet", "judge"}).out);
    CHECK(line["parts"].size() == 10);
    CHECK(line["others"] == 0);
    const std::string csv =
        archive().search({"--format=csv", "--timeline=year", "--by=outlet", "judge"}).out;
    CHECK(has(csv, "Paper 9,others\r\n"));
    const std::string text = archive().search({"--timeline=year", "--by=outlet", "judge"}).out;
    CHECK(has(text, "others"));
}

TEST_CASE("the articles of a file of many share its state, and a list of files asks for none") {
    namespace fs = std::filesystem;
    const Sandbox sandbox;
    std::string lines;
    for (int i = 0; i < 5; ++i)
        lines += R"({"title": "Story )" + std::to_string(i) +
                 R"(", "text": "A long strike."})"
                 "\n";
    sandbox.write("articles/many.jsonl", lines);
    REQUIRE(sandbox.index({"articles"}).status == 0);
    const auto states = [&] {
        std::set<std::string> seen;
        const Output output = sandbox.search({"--json", "strike"});
        const auto hits = nlohmann::json::parse(output.out)["hits"];
        CHECK(hits.size() == 5);
        for (const auto& hit : hits) seen.insert(hit["state"].get<std::string>());
        return seen;
    };
    const fs::path file = sandbox.path() / "articles/many.jsonl";
    CHECK(states() == std::set<std::string>{"unchanged"});
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(9));
    CHECK(states() == std::set<std::string>{"unchanged"});
    sandbox.write("articles/many.jsonl", lines.replace(lines.find("strike"), 6, "stroke"));
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(9));
    CHECK(states() == std::set<std::string>{"changed"});
    fs::remove(file);
    CHECK(states() == std::set<std::string>{"missing"});
    CHECK(sandbox.search({"-l", "strike"}).out == file.string() + "\n");
}

TEST_CASE("the index that the configuration names is that of both programs") {
    Sandbox sandbox;
    sandbox.environment["DATELINE_INDEX"] = "";
    sandbox.write("articles/a.md", article("One", "", "A strike."));
    sandbox.write(".config/dateline/config", "limit = 3\nindex = \"~/my index\"\n");
    const Output indexed = sandbox.index({"articles"});
    CAPTURE(indexed.err);
    CHECK(indexed.status == 0);
    CHECK(std::filesystem::exists(sandbox.path() / "my index/XAPIANDB"));
    CHECK(sandbox.search({"strike"}).status == 0);
    CHECK(sandbox.index({"--status"}).status == 0);
    CHECK(has(sandbox.search({"--config-show"}).out,
              "index = " + (sandbox.path() / "my index").string()));
    sandbox.environment["DATELINE_INDEX"] = (sandbox.path() / "other").string();
    CHECK(sandbox.search({"strike"}).status == 2);
    CHECK(sandbox.index({"articles"}).status == 0);
    CHECK(std::filesystem::exists(sandbox.path() / "other/XAPIANDB"));
    CHECK(sandbox.index({"--index=third", "articles"}).status == 0);
    CHECK(std::filesystem::exists(sandbox.path() / "third/XAPIANDB"));
}

TEST_CASE("of the configuration the indexer minds the index alone") {
    Sandbox sandbox;
    sandbox.environment["DATELINE_INDEX"] = "";
    sandbox.write("articles/a.md", article("One", "", "A strike."));
    sandbox.write(".config/dateline/config", "limit = lots\nnonsense\nindex = ~/mine\n");
    CHECK(sandbox.index({"articles"}).status == 0);
    CHECK(std::filesystem::exists(sandbox.path() / "mine/XAPIANDB"));
    for (const std::string line : {"index", "index = ", "index = mine", "index = ~anna/mine"}) {
        CAPTURE(line);
        sandbox.write(".config/dateline/config", "# mine\n" + line + "\n");
        const Output indexer = sandbox.index({"articles"});
        CHECK(indexer.status == 2);
        CHECK(has(indexer.err, "/.config/dateline/config, line 2: "));
        const Output searcher = sandbox.search({"strike"});
        CHECK(searcher.status == 2);
        CHECK(searcher.err.substr(searcher.err.find(": ")) ==
              indexer.err.substr(indexer.err.find(": ")));
        CHECK(sandbox.index({"--index=mine", "articles"}).status == 0);
    }
}

}  // namespace dateline::cli
