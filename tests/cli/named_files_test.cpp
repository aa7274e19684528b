// SPDX-License-Identifier: GPL-2.0-or-later
// Files that are named one by one, and are all that is wanted of their folders.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("a named file that its folder leaves out is told, and what is forgotten is not read") {
    Sandbox sandbox;
    sandbox.write("a/1.md", article_about("badger"));
    sandbox.write("a/drafts/2.md", article_about("otter"));
    sandbox.index({"--exclude", "drafts/", "a"});
    const Output output = sandbox.index({"-q", "a/drafts/2.md"});
    CHECK(output.status == 1);
    CHECK(contains(output.err, "a/drafts/2.md: not taken"));
    CHECK(sandbox.index({"--forget", "a", "a/1.md"}).status == 2);
    fs::rename(sandbox.path() / "a", sandbox.path() / "b");
    CHECK(sandbox.index({"--move-root", "a/", "b/"}).status == 0);
    fs::remove_all(sandbox.path() / "b");
    CHECK(sandbox.index({"--forget", "b/"}).status == 0);
    CHECK(contains(sandbox.index({"--index=none", "--move-root", "a", "b"}).err,
                   "cannot open index"));
    CHECK(!fs::exists(sandbox.path() / "none"));
}

TEST_CASE("files may be named one by one, and are all that counts of their folder") {
    Sandbox sandbox;
    sandbox.write("dl/one.jsonl", "{\"title\": \"One\", \"text\": \"a text of one\"}\n");
    sandbox.write("dl/two.md", article_about("two"));
    sandbox.write("dl/three [x].md", article_about("three"));
    sandbox.write("dl/sub/deep.md", article_about("deep"));
    const auto count = [&] { return sandbox.search({"--count", "text"}).out; };
    CHECK(contains(sandbox.index({"dl/one.jsonl"}).out, "1 added"));
    CHECK(contains(sandbox.index({"dl/three [x].md"}).out, "1 added, 0 updated, 1 unchanged"));
    CHECK(contains(sandbox.index({}).out, "2 unchanged"));
    CHECK(contains(sandbox.index({"--status"}).out, "only 'one.jsonl'"));
    CHECK(contains(sandbox.index({"--rebuild"}).out, "2 articles"));
    sandbox.write("dl/one.jsonl",
                  "{\"title\": \"One\", \"text\": \"a text of one\"}\n"
                  "{\"title\": \"Uno\", \"text\": \"a text of uno\"}\n");
    CHECK(contains(sandbox.index({"dl/one.jsonl"}).out, "1 added"));
    CHECK(contains(sandbox.index({"dl/sub"}).out, "1 added"));  // beside it, a folder of its own
    CHECK(count() == "4\n");
    CHECK(sandbox.index({"--forget", "dl/one.jsonl"}).status == 0);
    CHECK(count() == "2\n");
    CHECK(contains(sandbox.index({"dl"}).err, "contains"));
    CHECK(sandbox.index({"--forget", "dl/sub"}).status == 0);
    CHECK(contains(sandbox.index({"dl"}).out, "5 articles"));  // from now on all of it
    CHECK(contains(sandbox.index({"dl/two.md"}).out, "5 unchanged"));
    const Output mixed = sandbox.index({"--include", "x*", "dl/two.md"});
    CHECK(mixed.status == 2);
    CHECK(contains(mixed.err, "patterns go with folders"));
    CHECK(count() == "5\n");
}

TEST_CASE("a named file that is gone takes nothing else in, and one that is forgotten is gone") {
    Sandbox sandbox;
    sandbox.write("dl/one.md", article_about("one"));
    sandbox.write("dl/diary.md", article_about("diary"));
    sandbox.write("a/1.md", article_about("badger"));
    const auto count = [&] { return sandbox.search({"--count", "text"}).out; };
    CHECK(sandbox.index({"dl/one.md", "a"}).status == 0);
    CHECK(sandbox.index({"--exclude", "*.bak"}).status == 0);  // of the folders
    fs::remove(sandbox.path() / "dl/one.md");
    CHECK(contains(sandbox.index({"--allow-removals", "dl/one.md"}).out, "1 removed"));
    CHECK(count() == "1\n");
    CHECK(contains(sandbox.index({"dl/diary.md"}).out, "1 added"));
    CHECK(contains(sandbox.index({"--forget", "dl/diary.md", "a"}).out, "1 removed"));
    CHECK(count() == "1\n");
    CHECK(!contains(sandbox.index({"--status"}).out, "diary"));
}

TEST_CASE("what is neither folder nor file is named, and an only file is forgotten with its root") {
    Sandbox sandbox;
    sandbox.write("dl/one.md", article_about("one"));
    REQUIRE(mkfifo((sandbox.path() / "pipe").c_str(), 0600) == 0);
    CHECK(contains(sandbox.index({"pipe"}).err, "neither a folder nor a file"));
    CHECK(sandbox.index({"dl/one.md"}).status == 0);
    CHECK(sandbox.index({"--forget", "dl/one.md"}).status == 0);
    CHECK(!contains(sandbox.index({"--status"}).out, "dl"));
}

}  // namespace
}  // namespace dateline::cli
