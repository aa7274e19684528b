// SPDX-License-Identifier: GPL-2.0-or-later
// The indexer keeps the index in step with the folder, and the index is an ordinary Xapian
// database.
#include <doctest/doctest.h>
#include <xapian.h>

#include <regex>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

/// The summary line without its time.
std::string summary(const Output& output) {
    return std::regex_replace(output.out, std::regex(" in [0-9.]+ s\n"), "");
}

Xapian::rev revision(const Sandbox& sandbox) {
    return Xapian::Database((sandbox.path() / "index").string()).get_revision();
}

std::string generation(const Sandbox& sandbox) {
    const std::string stub = sandbox.read("index/XAPIANDB");
    return "index/" + stub.substr(5, stub.size() - 6);
}

}  // namespace

TEST_CASE("files added, changed and deleted are brought into the index, the rest is left") {
    Sandbox sandbox;
    sandbox.copy_corpus("articles");
    CHECK(summary(sandbox.index({"articles"})) ==
          "5 articles: 5 added, 0 updated, 0 unchanged, 0 removed, 0 problems");
    const Xapian::rev first = revision(sandbox);
    CHECK(summary(sandbox.index({"articles"})) ==
          "5 articles: 0 added, 0 updated, 5 unchanged, 0 removed, 0 problems");
    CHECK(revision(sandbox) == first);

    sandbox.write("articles/005.txt",
                  " date 2026-02-28 Otters return to the Thames.\n\nThey swim.\n");
    sandbox.write("articles/000_1b0bc9f0c32a3fa6.txt",
                  " date 2026-02-27 Badgers rejoice.\n\nA badger was seen in Kent.\n");
    fs::remove(sandbox.path() / "articles/003_671bf0bf24d0f2cd.txt");
    CHECK(summary(sandbox.index({})) ==
          "5 articles: 1 added, 1 updated, 3 unchanged, 1 removed, 0 problems");
    CHECK(revision(sandbox) > first);
    CHECK(sandbox.search({"-l", "otters"}).out.ends_with("articles/005.txt\n"));
    CHECK(sandbox.search({"-l", "badger"}).out.ends_with("articles/000_1b0bc9f0c32a3fa6.txt\n"));
    CHECK(sandbox.search({"--all", "--count", "accede"}).out == "3\n");
}

TEST_CASE("a touched file with the same bytes is unchanged") {
    Sandbox sandbox;
    sandbox.copy_corpus("articles");
    sandbox.index({"articles"});
    for (const auto& entry : fs::directory_iterator(sandbox.path() / "articles"))
        fs::last_write_time(entry, fs::last_write_time(entry) - std::chrono::hours(48));
    CHECK(summary(sandbox.index({})) ==
          "5 articles: 0 added, 0 updated, 5 unchanged, 0 removed, 0 problems");
}

TEST_CASE("a rebuild makes a new generation and removes the old one") {
    Sandbox sandbox;
    sandbox.copy_corpus("articles");
    sandbox.index({"articles"});
    const std::string before = generation(sandbox);
    CHECK(sandbox.index({"--rebuild"}).status == 0);
    CHECK(generation(sandbox) != before);
    CHECK_FALSE(fs::exists(sandbox.path() / before));
    CHECK(sandbox.search({"--count", "pentagon"}).out == "5\n");
}

TEST_CASE("a dry run lists and writes nothing") {
    Sandbox sandbox;
    sandbox.copy_corpus("articles");
    const Output output = sandbox.index({"--dry-run", "articles"});
    const std::string path = (sandbox.path() / "articles/000_1b0bc9f0c32a3fa6.txt").string();
    CHECK(output.out.find("add       " + path) != std::string::npos);
    CHECK_FALSE(fs::exists(sandbox.path() / "index"));
}

TEST_CASE("more than half of a large folder is not removed unasked") {
    Sandbox sandbox;
    for (int i = 0; i < 30; ++i)
        sandbox.write("articles/" + std::to_string(i) + ".txt", "Item.\n\nNumber of the day.\n");
    sandbox.index({"articles"});
    fs::remove_all(sandbox.path() / "articles");
    fs::create_directory(sandbox.path() / "articles");
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{}, std::vector<std::string>{"--rebuild"}}) {
        const Output refused = sandbox.index(arguments);
        CHECK(refused.status == 2);
        CHECK(refused.err.find("--allow-removals") != std::string::npos);
        CHECK(sandbox.search({"--count", "number"}).out == "30\n");
    }
    CHECK(summary(sandbox.index({"--allow-removals"})) ==
          "0 articles: 0 added, 0 updated, 0 unchanged, 30 removed, 0 problems");
}

TEST_CASE("a folder is forgotten with its articles, others stay") {
    Sandbox sandbox;
    sandbox.copy_corpus("a");
    sandbox.write("b/otter.txt", "Otters return.\n\nThey swim in the river.\n");
    sandbox.index({"a", "b"});
    CHECK(sandbox.search({"--count", "otters"}).out == "1\n");
    CHECK(summary(sandbox.index({"--forget", "a"})).find("5 removed") != std::string::npos);
    CHECK(sandbox.search({"--count", "pentagon"}).status == 1);
    CHECK(sandbox.search({"--count", "otters"}).out == "1\n");
}

TEST_CASE("the defaults of a folder count for all articles below it") {
    Sandbox sandbox;
    sandbox.copy_corpus("articles/2026");
    sandbox.write("articles/.dateline.yaml", "outlet: TRT World\n");
    sandbox.index({"articles"});
    CHECK(sandbox.search({"-l", "--outlet", "trt world"}).out.find("000_") != std::string::npos);
    CHECK(sandbox.search({"--count", "--outlet", "The Verge"}).out == "1\n");
    sandbox.write("articles/.dateline.yaml", "outlet: Other\n");
    CHECK(sandbox.index({}).out.find("5 updated") != std::string::npos);
    CHECK(sandbox.search({"--count", "--outlet", "trt world"}).status == 1);
}

TEST_CASE("the index is an ordinary Xapian database") {
    Sandbox sandbox;
    sandbox.copy_corpus("articles");
    sandbox.index({"articles"});
    const Output check = sandbox.run("/usr/bin/xapian-check", {generation(sandbox)});
    CHECK_MESSAGE(check.status == 0, check.out);
    const Output delve = sandbox.run("/usr/bin/xapian-delve", {"index"});
    CHECK(delve.out.find("number of documents = 5") != std::string::npos);
    const Output quest = sandbox.run("/usr/bin/quest", {"-d", "index", "pentagon"});
    CHECK(quest.status == 0);
    CHECK(quest.out.find("MSet:") != std::string::npos);
}

}  // namespace dateline::cli
