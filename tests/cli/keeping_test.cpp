// SPDX-License-Identifier: GPL-2.0-or-later
// An archive over the years: folders move, bad files stay bad.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string ids(const Sandbox& sandbox) {
    return sandbox.search({"--format=list", "--columns=id", "--sort=oldest", "-n0", "text"}).out;
}

TEST_CASE("a folder that has moved keeps its ids, and nothing is read again") {
    Sandbox sandbox;
    for (int i = 0; i < 30; ++i)
        sandbox.write("a/" + std::to_string(i) + ".md", article_about("w" + std::to_string(i)));
    sandbox.write("a/items.jsonl",
                  "{\"title\": \"One\", \"text\": \"a text of one\"}\n"
                  "{\"title\": \"Two\", \"text\": \"a text of two\"}\n");
    sandbox.write("a/empty.txt", "");
    CHECK(sandbox.index({"a"}).status == 1);
    const std::string before = ids(sandbox);
    CHECK(std::count(before.begin(), before.end(), '\n') == 32);

    // Renamed, and copied to another disk, which changes the inodes' times.
    fs::rename(sandbox.path() / "a", sandbox.path() / "b");
    CHECK(contains(sandbox.index({"--move-root", "a", "b"}).out,
                   "32 articles in 32 files stay as they are"));
    fs::copy(sandbox.path() / "b", sandbox.path() / "c", fs::copy_options::recursive);
    for (const auto& file : fs::directory_iterator(sandbox.path() / "b"))
        fs::last_write_time(sandbox.path() / "c" / file.path().filename(), file.last_write_time());
    fs::remove_all(sandbox.path() / "b");
    CHECK(sandbox.index({"--move-root", "b", "c"}).status == 0);
    CHECK(contains(sandbox.index({"--dry-run"}).out, "0 added, 0 updated, 32 unchanged"));
    const Output again = sandbox.index({});
    CHECK(again.status == 0);  // the empty file was told before the folder moved
    CHECK(contains(again.out, "0 added, 0 updated, 32 unchanged, 0 removed"));
    CHECK(ids(sandbox) == before);
    const Output found = sandbox.search({"-l", "w7"});
    CHECK(found.out == (sandbox.path() / "c/7.md").string() + "\n");
    CHECK(sandbox.index({"--verify"}).status == 0);
}

TEST_CASE("a folder is not taken for another one") {
    Sandbox sandbox;
    for (const std::string folder : {"a", "b", "empty"})
        for (int i = 0; i < 4; ++i)
            sandbox.write(folder + "/" + (folder == "empty" ? "x" : "") + std::to_string(i) + ".md",
                          article_about(folder));
    sandbox.index({"a", "b"});
    const auto refused = [&](const std::vector<std::string>& arguments, const std::string& why) {
        const Output output = sandbox.index(arguments);
        CAPTURE(output.err);
        CHECK(output.status == 2);
        CHECK(contains(output.err, why));
    };
    refused({"--move-root", "a", "b"}, "is in the index already");
    refused({"--move-root", "c", "empty"}, "is not a folder of this index");
    refused({"--move-root", "a", "nowhere"}, "cannot read");
    refused({"--move-root", "a", "b/0.md"}, "is not a folder");
    refused({"--move-root", "a", "empty"}, "are not in");
    refused({"--move-root", "a"}, "old and new place");
    refused({"--move-root", "a", "empty", "--dry-run"}, "reading folders only");
    CHECK(sandbox.search({"--count", "text"}).out == "8\n");
    CHECK(sandbox.index({"--move-root", "a", "empty", "--allow-removals"}).status == 0);
    CHECK(contains(sandbox.index({}).out, "4 added, 0 updated, 4 unchanged, 4 removed"));
}

TEST_CASE("problems are told once, and fail a run once; the status lists them") {
    Sandbox sandbox;
    sandbox.write("a/good.md", article_about("badger"));
    sandbox.write("a/empty.txt", "");
    const Output first = sandbox.index({"--quiet", "a"});
    CHECK(first.status == 1);
    CHECK(first.out.empty());
    CHECK(first.err == (sandbox.path() / "a/empty.txt").string() + ": the file is empty\n");
    for (const bool quiet : {true, false}) {
        const Output again = quiet ? sandbox.index({"-q"}) : sandbox.index({});
        CHECK(again.status == 0);
        CHECK(!contains(again.err, "the file is empty"));
        if (quiet)
            CHECK(again.err.empty());
        else
            CHECK(contains(again.err, "1 problem remains of earlier runs"));
    }
    CHECK(contains(sandbox.index({"-v"}).err, "the file is empty"));
    CHECK(contains(sandbox.index({"--status"}).out, "a/empty.txt: the file is empty\n"));
    CHECK(
        contains(sandbox.index({"--status", "--json"}).out, "\"message\": \"the file is empty\""));
    sandbox.write("a/other.txt", "");
    const Output other = sandbox.index({"-q"});
    CHECK(other.status == 1);
    CHECK(contains(other.err, "other.txt"));
    CHECK(!contains(other.err, "a/empty.txt"));
    fs::remove(sandbox.path() / "a/other.txt");
    CHECK(sandbox.index({"-q"}).status == 0);
    sandbox.write("a/other.txt", "");  // once more
    CHECK(sandbox.index({"-q"}).status == 1);
    CHECK(sandbox.index({"-q", "--rebuild"}).status == 1);
}

TEST_CASE("what nobody could read was not told, and of many problems each new one counts") {
    Sandbox sandbox;
    sandbox.write("a/good.md", article_about("badger"));
    sandbox.index({"a"});
    sandbox.write("a/empty.txt", "");
    const std::string quiet = std::string(DATELINE_INDEX_PROGRAM) + " -q";
    CHECK(sandbox.run("/bin/sh", {"-c", quiet + " 2>/dev/full"}).status == 1);
    CHECK(sandbox.index({"-q"}).status == 1);
    CHECK(sandbox.index({"-q"}).status == 0);

    std::string lines = "{\"title\": \"One\", \"text\": \"a text of one\"}\n";
    for (int i = 0; i < 150; ++i) lines += "{ bad\n";
    sandbox.write("a/lines.jsonl", lines);
    const Output many = sandbox.index({"-v"});
    CHECK(contains(many.err, "lines.jsonl: and 50 more problems\n"));
    CHECK(contains(many.out, "151 problems (some of them new)"));
    CHECK(sandbox.index({"-q"}).status == 0);
    sandbox.write("a/lines.jsonl", lines + "{ bad\n");
    CHECK(contains(sandbox.index({"-q"}).err, "and 51 more problems"));
    sandbox.write("a/lines.jsonl",
                  "{\"title\": \"Two\", \"text\": \"a text\"}\n" + lines + "{ bad\n");
    CHECK(sandbox.index({"-q"}).err.empty());  // the same ones, each a line lower
}

TEST_CASE("folders and named files are known again whatever is lost of the index") {
    const std::array<std::vector<std::string>, 3> lost{
        {{"generation-1"}, {"generation-1", "XAPIANDB"}, {"XAPIANDB"}}};
    for (const std::vector<std::string>& names : lost) {
        Sandbox sandbox;
        sandbox.write("a/1.md", article_about("badger"));
        sandbox.write("b/new\nline.md", article_about("otter"));
        sandbox.write("b/2.md", article_about("stoat"));
        CHECK(sandbox.index({"a", "b/new\nline.md"}).status == 0);
        CHECK(contains(sandbox.index({}).out, "0 added, 0 updated, 2 unchanged"));
        for (const std::string& name : names) fs::remove_all(sandbox.path() / "index" / name);
        CHECK(contains(sandbox.index({"b/2.md"}).err, "--rebuild"));
        CHECK(contains(sandbox.index({"--rebuild"}).out, "2 articles: 2 added"));
        CHECK(sandbox.search({"--count", "text"}).out == "2\n");
        CHECK(contains(sandbox.index({}).out, "0 added, 0 updated, 2 unchanged"));
    }
}

TEST_CASE("a folder that has moved has moved, even where that cannot be noted beside the index") {
    Sandbox sandbox;
    sandbox.write("a/1.md", article_about("badger"));
    sandbox.index({"a"});
    fs::rename(sandbox.path() / "a", sandbox.path() / "b");
    fs::remove(sandbox.path() / "index/last-run");
    fs::create_directory(sandbox.path() / "index/last-run");
    const Output output = sandbox.index({"--move-root", "a", "b"});
    CHECK(output.status == 0);
    CHECK(contains(output.err, "note: cannot"));
    CHECK(contains(sandbox.index({"--dry-run"}).out, "1 unchanged"));
}

TEST_CASE("a folder that is away is told as long as it is away") {
    Sandbox sandbox;
    sandbox.write("a/1.md", article_about("badger"));
    sandbox.write("b/1.md", article_about("otter"));
    sandbox.index({"a", "b"});
    fs::rename(sandbox.path() / "b", sandbox.path() / "away");
    for (int i = 0; i < 2; ++i) {
        const Output output = sandbox.index({"-q"});
        CHECK(output.status == 1);
        CHECK(contains(output.err, "cannot read folder"));
    }
}

TEST_CASE("a folder that is away is told once by a run that stays") {
    Sandbox sandbox;
    sandbox.write("a/1.md", article_about("badger"));
    sandbox.write("b/1.md", article_about("otter"));
    sandbox.write("new.md", article_about("stoat"));
    sandbox.index({"a", "b"});
    fs::rename(sandbox.path() / "b", sandbox.path() / "away");
    const std::string script = std::string(DATELINE_INDEX_PROGRAM) +
                               " --watch=1 > log 2> errors & watcher=$!; "
                               "until [ -s log ]; do sleep .05; done; sleep 2.5; "
                               "cp new.md a/; until grep -q '1 added' log; do sleep .05; done; "
                               "kill -TERM $watcher; wait $watcher";
    CHECK(sandbox.run("/bin/sh", {"-c", script}).status == 0);
    const std::string errors = sandbox.read("errors");
    CHECK(contains(errors, "cannot read folder"));
    const std::string log = sandbox.read("log");
    CHECK(std::count(log.begin(), log.end(), '\n') == 2);
}

TEST_CASE("what is wrong in outlets.toml is told until a run has read it, and anew if it changes") {
    Sandbox sandbox;
    sandbox.environment["XDG_CONFIG_HOME"] = (sandbox.path() / "cfg").string();
    sandbox.write("cfg/dateline/outlets.toml", "[[outlet]]\nname = \"A\"\nhost = [\"a.org\"]\n");
    sandbox.write("a/1.md", article_about("badger"));
    CHECK(contains(sandbox.index({"-q", "a"}).err, "unknown key 'host'"));
    CHECK(sandbox.index({"-q"}).err.empty());
    sandbox.write("cfg/dateline/outlets.toml",
                  "[[outlet]]\nname = \"A\"\nhost = [\"a.org\"]\nalias = [\"a\"]\n");
    CHECK(contains(sandbox.index({"-q"}).err, "unknown key 'alias'"));
    CHECK(sandbox.index({"-q"}).err.empty());
}

TEST_CASE("what a message proposes can be typed as it stands") {
    Sandbox sandbox;
    sandbox.write("q w/a b/1.md", article_about("badger"));
    const std::string path = (sandbox.path() / "q w/a b").string();
    CHECK(sandbox.index({"--index=my ix", "q w/a b"}).status == 0);
    CHECK(contains(sandbox.index({"--index=my ix", "q w"}).err,
                   "'dateline-index --index \"my ix\" --forget \"" + path + "\"'"));
    fs::rename(sandbox.path() / "q w", sandbox.path() / "away");
    CHECK(contains(sandbox.index({"--index=my ix"}).err,
                   "'dateline-index --index \"my ix\" --forget \"" + path + "\"'"));
}

TEST_CASE("the configuration that counts is shown, and keys that do not are told") {
    Sandbox sandbox;
    sandbox.write("a/1.md", article_about("badger"));
    sandbox.environment["XDG_CONFIG_HOME"] = (sandbox.path() / "config").string();
    CHECK(contains(sandbox.index({"--config-show"}).out, "# DATELINE_INDEX in the environment"));
    CHECK(contains(sandbox.index({"--config-show", "--index=x"}).out, "# command line"));
    CHECK(contains(sandbox.index({"--config-show"}).out, "no such file; the built-in outlets"));
    sandbox.write("config/dateline/outlets.toml",
                  "[[outlet]]\nname = \"Badger Daily\"\nhost = [\"badger.example\"]\n");
    const std::string told =
        "outlets.toml: line 3: unknown key 'host' is not heeded; did you mean "
        "'hosts'?";
    CHECK(contains(sandbox.index({"a"}).err, told));
    CHECK(contains(sandbox.index({"--config-show"}).out, "1 new outlet beside "));
    CHECK(contains(sandbox.index({"--config-show"}).out, told));
    sandbox.write("config/dateline/outlets.toml", "[[outlet]]\nnom = 1\n");
    const Output wrong = sandbox.index({"--config-show"});
    CHECK(wrong.status == 0);
    CHECK(contains(wrong.out, "wrong: outlets.toml: line 1"));
}

}  // namespace
}  // namespace dateline::cli
