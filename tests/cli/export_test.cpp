// SPDX-License-Identifier: GPL-2.0-or-later
// --export: all articles out of an index, and into another one.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::vector<Json> objects(const std::string& lines) {
    std::vector<Json> found;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) found.push_back(Json::parse(line));
    return found;
}

/// Without what tells where the article is, which another index has otherwise; in any order.
std::vector<std::string> without_places(const std::string& lines) {
    std::vector<std::string> found;
    for (Json& article : objects(lines)) {
        for (const char* key : {"id", "path", "file", "line", "page", "paragraph", "item"})
            article.erase(key);
        found.push_back(article.dump());
    }
    std::ranges::sort(found);
    return found;
}

/// Articles of many kinds: corpus/, those of the oracle, what is only partly known, files of many.
void write_archive(const Sandbox& sandbox) {
    sandbox.copy_corpus("articles/corpus");
    fs::copy(fs::path(DATELINE_CORPUS) / "../tests/oracle/articles",
             sandbox.path() / "articles/oracle", fs::copy_options::recursive);
    sandbox.write("articles/month.md",
                  "---\ntitle: \"*A* & B\"\ndate: 2026-02\nauthors: [\"Smith, John\"]\n"
                  "tags: [a, b]\nsection: World\n---\nBy Ann Lee\n\nTwo  words.\n\n- <b>x</b>\n");
    sandbox.write("articles/time.md",
                  "---\ndate: 2026-02-27T16:42:00+04:00\nurl: https://www.npr.org/a\n"
                  "summary: Short.\n---\nThe text. And more.\n");
    sandbox.write("articles/defaults/.dateline.yaml", "outlet: TRT World\nlanguage: de\n");
    sandbox.write("articles/defaults/only a name.txt", "Ein Satz.\n");
    sandbox.write("articles/many.jsonl",
                  "{\"id\": 1, \"title\": \"Without a text\", \"url\": \"https://e.org/1\"}\n"
                  "{\"id\": 2, \"text\": \"Without a title.\\u202e\\u0085 Two.\"}\n");
    sandbox.write("articles/caf\xE9.txt", "A name that is no UTF-8.\n\nThat is all.\n");
}

std::string exported(const Sandbox& sandbox, const std::string& index = "index") {
    const Output output = sandbox.index({"--index", index, "--export", "jsonl", "-"});
    CHECK(output.status == 0);
    CHECK(output.err.empty());
    return output.out;
}

}  // namespace

TEST_CASE("an index of an exported file has the same texts and fields, however it is packed") {
    const Sandbox sandbox;
    write_archive(sandbox);
    REQUIRE(sandbox.index({"articles"}).status == 0);
    const std::string lines = exported(sandbox);
    const std::vector<std::string> wanted = without_places(lines);
    REQUIRE(wanted.size() == 44);
    for (const std::string name : {"a.jsonl", "a.jsonl.gz", "a.jsonl.zst"}) {
        CAPTURE(name);
        const std::string folder = "of " + name;
        fs::create_directory(sandbox.path() / folder);
        const Output output = sandbox.index({"--export", "jsonl", folder + "/" + name});
        CHECK(output.status == 0);
        CHECK(output.out == "44 articles written to " + folder + "/" + name + "\n");
        CHECK(output.err.empty());
        CHECK((sandbox.read(folder + "/" + name) == lines) == (name == "a.jsonl"));
        REQUIRE(sandbox.index({"--index", "other " + name, folder}).status == 0);
        CHECK(without_places(exported(sandbox, "other " + name)) == wanted);
        CHECK(sandbox.index({"--index", "other " + name, "--verify"}).status == 0);
    }
    CHECK(sandbox.index({"--quiet", "--export", "jsonl", "q.jsonl"}).out.empty());
}

TEST_CASE("an array of exported articles is read as their lines are") {
    const Sandbox sandbox;
    write_archive(sandbox);
    REQUIRE(sandbox.index({"articles"}).status == 0);
    const std::string lines = exported(sandbox);
    sandbox.write("array/a.json", Json(objects(lines)).dump(1));
    REQUIRE(sandbox.index({"--index", "other", "array"}).status == 0);
    CHECK(without_places(exported(sandbox, "other")) == without_places(lines));
}

TEST_CASE("an exported line has what a search shows of the article, under the same keys") {
    const Sandbox sandbox;
    write_archive(sandbox);
    sandbox.index({"articles"});
    const Output found = sandbox.search({"--format", "jsonl", "--full", "-n0", "has:title"});
    std::size_t compared = 0;
    std::map<std::string, Json> articles;
    for (const Json& line : objects(exported(sandbox))) articles[line.at("id")] = line;
    for (const Json& hit : objects(found.out)) {
        const Json& article = articles.at(hit.at("id"));
        CAPTURE(article.dump());
        for (const auto& [key, value] : article.items()) {
            if (key == "dateline_export" || key == "line") continue;
            CAPTURE(key);
            CHECK(hit.at(key) == value);
        }
        ++compared;
    }
    CHECK(compared == 44);
}

TEST_CASE("an export says where each article came from") {
    const Sandbox sandbox;
    write_archive(sandbox);
    sandbox.index({"articles"});
    std::set<std::string> files;
    for (const Json& article : objects(exported(sandbox))) {
        const std::string path = article.at("path");
        CHECK(article.at("file") == (sandbox.path() / "articles").string() + "/" + path);
        files.insert(path);
        if (path == "many.jsonl") CHECK(article.at("line").is_number());
        if (path == "month.md") CHECK(article.at("date") == "2026-02");
        if (path == "time.md") CHECK(article.at("instant") == "2026-02-27T16:42:00+04:00");
        if (path == "defaults/only a name.txt")
            CHECK(article.at("derived").at("outlet") == "defaults/.dateline.yaml");
    }
    CHECK(files.size() == 41);  // two of them of many
}

TEST_CASE("an empty index exports an empty file") {
    const Sandbox sandbox;
    fs::create_directory(sandbox.path() / "articles");
    sandbox.index({"articles"});
    CHECK(exported(sandbox).empty());
    CHECK(sandbox.index({"--export", "jsonl", "a.jsonl.gz"}).out ==
          "0 articles written to a.jsonl.gz\n");
}

TEST_CASE("an export that cannot be says what, where and what to do, and leaves what was there") {
    const Sandbox sandbox;
    sandbox.copy_corpus("articles");
    sandbox.write("old.jsonl", "old\n");
    const auto fails = [&](const std::vector<std::string>& arguments, const std::string& message) {
        const Output output = sandbox.index(arguments);
        CHECK(output.status == 2);
        CHECK(output.out.empty());
        CHECK(output.err.find(message) != std::string::npos);
        CHECK(output.err.find("\nhint: ") != std::string::npos);
    };
    fails({"--export", "jsonl", "old.jsonl"}, "cannot open index");
    CHECK(sandbox.read("old.jsonl") == "old\n");
    sandbox.index({"articles"});
    fails({"--export", "jsonl", "none/a.jsonl"}, "cannot write 'none/a.jsonl': No such file");
    fails({"--export", "jsonl", "articles"}, "cannot write 'articles': it is a folder");
    fails({"--export", "jsonl", "/dev/full"}, "cannot write '/dev/full': No space left on device");
    fails({"--export", "csv", "a.csv"}, "option '--export' cannot be 'csv'");
    fails({"--export", "jsonl"}, "--export needs a file to write");
    sandbox.write("index/generation-1/docdata.glass", "x");
    fails({"--export", "jsonl", "old.jsonl"}, "index");
    CHECK(sandbox.read("old.jsonl") == "old\n");
    for (const auto& entry : fs::directory_iterator(sandbox.path()))
        CHECK(entry.path().string().find(".part-") == std::string::npos);
}

TEST_CASE("an export to a full disk or a reader that has gone ends as other output does") {
    const Sandbox sandbox;
    sandbox.copy_corpus("articles");
    sandbox.index({"articles"});
    const std::string program = DATELINE_INDEX_PROGRAM;
    const Output full = sandbox.run("/bin/sh", {"-c", program + " --export jsonl - > /dev/full"});
    CHECK(full.status == 2);
    CHECK(full.err == "dateline-index: cannot write the output: No space left on device\n");
    std::string long_text;  // more than a pipe holds
    while (long_text.size() < 500'000) long_text += "One more sentence. ";
    sandbox.write("articles/long.txt", long_text);
    sandbox.index({});
    const Output gone =
        sandbox.run("/bin/sh", {"-c", "{ " + program + " --export jsonl -; echo $? >&2; } | true"});
    CHECK(gone.err == "141\n");
}

}  // namespace dateline::cli
