// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes that have to be made anew: of an older format, damaged, mostly unused.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <xapian.h>

#include "tests/cli/word_folders.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

std::string generation(const Sandbox& sandbox) {
    const std::string stub = sandbox.read("index/XAPIANDB");
    return (sandbox.path() / "index" / stub.substr(5, stub.size() - 6)).string();
}

}  // namespace

TEST_CASE("an index of an older format is renewed from its files by the next run") {
    Sandbox sandbox;
    write_articles(sandbox, "a", 5);
    sandbox.write("a/draft.md", "# Draft\n\nThe aword.\n");
    sandbox.index({"--exclude", "draft.md", "a"});
    for (const char* key : {"dateline.format", "dateline.analysis"}) {
        CAPTURE(key);
        Xapian::WritableDatabase(generation(sandbox)).set_metadata(key, "1");
        if (std::string(key) == "dateline.analysis")
            Xapian::WritableDatabase(generation(sandbox)).set_metadata(key, "0");
        for (const Output& output : {sandbox.search({"aword"}), sandbox.index({"--status"}),
                                     sandbox.index({"--verify"})}) {
            CHECK(output.status == 2);
            CHECK(contains(output.err, "older dateline"));
            CHECK(contains(output.err, "hint: run 'dateline-index'"));
        }
        const Output output = sandbox.index({});
        CHECK(output.status == 0);
        CHECK(contains(output.err, "note: the index was made by an older dateline"));
        CHECK(count(sandbox, "aword") == "5\n");  // its patterns are remembered
    }
    Xapian::WritableDatabase(generation(sandbox)).set_metadata("dateline.format", "999");
    for (const Output& output : {sandbox.search({"aword"}), sandbox.index({})}) {
        CHECK(output.status == 2);
        CHECK(contains(output.err, "newer dateline"));
    }
    CHECK(sandbox.index({"--rebuild"}).status == 0);
    CHECK(count(sandbox, "aword") == "5\n");
}

TEST_CASE("an empty folder is asked about where it is not known what was in it") {
    const auto older = [](const Sandbox& sandbox) {
        Xapian::WritableDatabase(generation(sandbox)).set_metadata("dateline.format", "1");
    };
    const auto damage = [](const Sandbox& sandbox) {
        fs::resize_file(fs::path(generation(sandbox)) / "postlist.glass", 100);
    };
    for (const bool is_older : {true, false}) {
        CAPTURE(is_older);
        Sandbox sandbox;
        write_articles(sandbox, "a", 5);
        write_articles(sandbox, "b", 5);
        sandbox.index({"a", "b"});
        is_older ? older(sandbox) : damage(sandbox);
        rename(sandbox, "a", "away");
        fs::create_directory(sandbox.path() / "a");
        const Output output = sandbox.index({"--rebuild"});
        CHECK(output.status == 2);
        CHECK(contains(output.err, "a' is empty; nothing was changed"));
        CHECK(contains(output.err, "--allow-removals"));
        CHECK(sandbox.index({"--rebuild", "--allow-removals"}).status == 0);
        CHECK(count(sandbox, "bword") == "5\n");
        CHECK(sandbox.index({"--rebuild"}).status == 0);  // now it is known to have nothing
    }
}

TEST_CASE("a damaged index is built anew without naming its folders again") {
    Sandbox sandbox;
    write_articles(sandbox, "a", 5);
    write_articles(sandbox, "b\nb", 5);
    sandbox.write("a/draft.md", "# Draft\n\nThe aword.\n");
    sandbox.index({"a", "b\nb"});
    sandbox.index({"--exclude", "draft.md", "a"});
    fs::resize_file(fs::path(generation(sandbox)) / "postlist.glass", 100);
    for (const Output& output : {sandbox.index({}), sandbox.index({"--status"})}) {
        CHECK(output.status == 2);
        CHECK(contains(output.err, "--rebuild"));
    }
    CHECK(sandbox.index({"--rebuild"}).status == 0);
    CHECK(count(sandbox, "aword") == "5\n");
    CHECK(count(sandbox, "bword") == "5\n");
}

TEST_CASE("an index whose items are damaged is built anew although their file has changed") {
    Sandbox sandbox;
    const std::string line = "{\"id\":\"1\",\"title\":\"Title\",\"text\":\"The aword.\"}\n";
    sandbox.write("a/items.jsonl", line);
    sandbox.index({"a"});
    {
        Xapian::WritableDatabase database(generation(sandbox));
        Xapian::Document document = database.get_document(1);
        document.clear_values();
        database.replace_document(1, document);
    }
    sandbox.write("a/items.jsonl", line + line);
    CHECK(sandbox.index({}).status == 2);
    CHECK(sandbox.index({"--rebuild"}).status == 0);
    CHECK(count(sandbox, "aword") == "2\n");
}

TEST_CASE("what updates leave unused is dropped when it is the larger part, and told before") {
    Sandbox sandbox;
    std::string text;
    for (int word = 0; word < 2000; ++word) text += "word" + std::to_string(word * 7919) + " ";
    for (int i = 0; i < 100; ++i)
        sandbox.write("a/" + std::to_string(i) + ".md", "# A\n\n" + std::to_string(i) + text);
    for (int i = 0; i < 500; ++i)
        sandbox.write("b/" + std::to_string(i) + ".md", "# B " + std::to_string(i) + "\n\nSmall.");
    sandbox.index({"a", "b"});
    // Another folder that is away keeps the index from being written anew.
    fs::create_directory(sandbox.path() / "c");
    sandbox.index({"c"});
    fs::remove(sandbox.path() / "c");
    for (int i = 0; i < 10; ++i) fs::remove(sandbox.path() / "a" / (std::to_string(i) + ".md"));
    sandbox.index({});
    CHECK(contains(sandbox.index({"--status"}).out, "of it unused"));
    const std::string before = generation(sandbox);
    for (int i = 10; i < 98; ++i) fs::remove(sandbox.path() / "a" / (std::to_string(i) + ".md"));
    sandbox.index({"--allow-removals"});
    CHECK(generation(sandbox) != before);
    CHECK_FALSE(contains(sandbox.index({"--status"}).out, "of it unused"));
    CHECK(count(sandbox, "small") == "500\n");
    CHECK(sandbox.index({"--verify"}).status == 0);
}

TEST_CASE("whatever the folder allows, the files of an index are for their owner alone") {
    Sandbox sandbox;
    sandbox.copy_corpus("articles");
    fs::create_directory(sandbox.path() / "index");
    fs::permissions(sandbox.path() / "index", fs::perms(0755));
    sandbox.index({"articles"});
    sandbox.write("articles/new.md", "# New\n\nText.\n");
    sandbox.index({});
    for (const auto& entry : fs::recursive_directory_iterator(sandbox.path() / "index")) {
        CAPTURE(entry.path().string());
        CHECK((entry.status().permissions() & fs::perms(0077)) == fs::perms::none);
    }
}

}  // namespace dateline::cli
