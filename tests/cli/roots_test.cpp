// SPDX-License-Identifier: GPL-2.0-or-later
// Several folders in one index, folders that are away, and indexes that have to be made anew.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <xapian.h>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void write_articles(const Sandbox& sandbox, const std::string& folder, int count) {
    for (int i = 0; i < count; ++i)
        sandbox.write(folder + "/" + std::to_string(i) + ".md",
                      "# Title " + std::to_string(i) + "\n\nThe " + folder + "word is here.\n");
}

std::string count(const Sandbox& sandbox, const std::string& word) {
    return sandbox.search({"--count", word}).out;
}

std::string generation(const Sandbox& sandbox) {
    const std::string stub = sandbox.read("index/XAPIANDB");
    return (sandbox.path() / "index" / stub.substr(5, stub.size() - 6)).string();
}

void rename(const Sandbox& sandbox, const std::string& from, const std::string& to) {
    fs::rename(sandbox.path() / from, sandbox.path() / to);
}

}  // namespace

TEST_CASE("the number of a forgotten folder is never given to another") {
    for (const int articles : {5, 30}) {
        CAPTURE(articles);
        Sandbox sandbox;
        for (const char* folder : {"a", "b", "c"}) write_articles(sandbox, folder, articles);
        sandbox.index({"a", "b"});
        const Output output = sandbox.index({"--forget", "b", "c"});
        CHECK(output.status == 0);
        CHECK(count(sandbox, "bword") == "0\n");
        CHECK(count(sandbox, "cword") == std::to_string(articles) + "\n");
        CHECK(sandbox.index({"--verify"}).status == 0);

        sandbox.index({"--forget", "c"});
        sandbox.index({"--rebuild"});
        sandbox.index({"b"});
        CHECK(contains(sandbox.read("index/last-run"), "next 4"));
        CHECK(count(sandbox, "bword") == std::to_string(articles) + "\n");
    }
}

TEST_CASE("a folder that is away stays in the index, and the others are brought in step") {
    Sandbox sandbox;
    write_articles(sandbox, "a", 5);
    write_articles(sandbox, "b", 5);
    sandbox.index({"a", "b"});
    rename(sandbox, "a", "away");
    sandbox.write("b/new.md", "# New\n\nThe bword and more.\n");
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{}, {"a", "b"}}) {
        const Output output = sandbox.index(arguments);
        CHECK(output.status == 1);
        CHECK(contains(output.err, "cannot read folder"));
        CHECK(contains(output.err, "--forget"));
    }
    CHECK(count(sandbox, "aword") == "5\n");
    CHECK(count(sandbox, "bword") == "6\n");

    SUBCASE("it is read again when it is back") {
        rename(sandbox, "away", "a");
        CHECK(sandbox.index({}).status == 0);
    }
    SUBCASE("a new index would lose it, so none is made") {
        const Output output = sandbox.index({"--rebuild"});
        CHECK(output.status == 2);
        CHECK(contains(output.err, "--forget"));
        CHECK(count(sandbox, "aword") == "5\n");
    }
    SUBCASE("it can be forgotten") {
        CHECK(sandbox.index({"--forget", "a"}).status == 0);
        CHECK(count(sandbox, "aword") == "0\n");
        CHECK(count(sandbox, "bword") == "6\n");
    }
    SUBCASE("alone it is an error") {
        CHECK(sandbox.index({"a"}).status == 2);
    }
}

TEST_CASE("a folder of which most is gone is left alone, and the others are brought in step") {
    Sandbox sandbox;
    write_articles(sandbox, "a", 30);
    write_articles(sandbox, "b", 5);
    sandbox.index({"a", "b"});
    fs::remove_all(sandbox.path() / "a");
    fs::create_directory(sandbox.path() / "a");
    sandbox.write("b/new.md", "# New\n\nThe bword and more.\n");
    const Output output = sandbox.index({});
    CHECK(output.status == 1);
    CHECK(contains(output.err, "--allow-removals"));
    CHECK(count(sandbox, "aword") == "30\n");
    CHECK(count(sandbox, "bword") == "6\n");
}

TEST_CASE("articles below a folder that cannot be read are kept by no run that would lose them") {
    Sandbox sandbox;
    write_articles(sandbox, "a/sub", 30);
    write_articles(sandbox, "a", 5);
    sandbox.index({"a"});
    rename(sandbox, "a/sub", "away");
    // A link through a file is not a folder, also for root.
    fs::create_symlink("0.md/nothing", sandbox.path() / "a" / "sub");
    write_articles(sandbox, "a/new", 300);  // so many that a new index would be faster
    const Output output = sandbox.index({});
    CHECK(output.status == 1);
    CHECK(contains(output.out, "335 articles: 300 added"));
    CHECK(count(sandbox, "title:\"title 7\"") == "2\n");
    const Output refused = sandbox.index({"--rebuild"});
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, "30 articles of"));
    CHECK(contains(refused.err, "--allow-removals"));
    CHECK(sandbox.search({"--count", "a"}).status != 2);
    SUBCASE("it is readable again") {
        fs::remove(sandbox.path() / "a" / "sub");
        rename(sandbox, "away", "a/sub");
        CHECK(contains(sandbox.index({}).out, "335 unchanged"));
        CHECK(sandbox.index({"--verify"}).status == 0);
    }
    SUBCASE("they are to go") {
        CHECK(sandbox.index({"--rebuild", "--allow-removals"}).status == 1);
        CHECK(count(sandbox, "title:\"title 7\"") == "1\n");
    }
}

TEST_CASE("what moved out of a folder that is left alone is a copy") {
    Sandbox sandbox;
    write_articles(sandbox, "a", 30);
    write_articles(sandbox, "b", 5);
    sandbox.index({"a", "b"});
    fs::copy_file(sandbox.path() / "a/7.md", sandbox.path() / "b/copy.md");
    rename(sandbox, "a", "away");
    fs::create_directory(sandbox.path() / "a");
    CHECK(contains(sandbox.index({}).out, "1 added"));
    CHECK(count(sandbox, "aword") == "31\n");
    fs::remove(sandbox.path() / "a");
    rename(sandbox, "away", "a");
    CHECK(contains(sandbox.index({}).out, "0 added"));
}

TEST_CASE("a dry run tells what a forgotten folder takes out") {
    Sandbox sandbox;
    write_articles(sandbox, "a", 1);
    write_articles(sandbox, "b", 2);
    sandbox.index({"a", "b"});
    const Output output = sandbox.index({"--dry-run", "--forget", "b"});
    CHECK(contains(output.out, "remove    1.md"));
    CHECK(contains(output.out, "2 removed"));
    CHECK(count(sandbox, "bword") == "2\n");
}

TEST_CASE("a folder that is renamed with its defaults is what a new index says of it") {
    Sandbox sandbox;
    write_articles(sandbox, "a/old", 3);
    sandbox.write("a/old/.dateline.yaml", "outlet: The Post\n");
    sandbox.index({"a"});
    rename(sandbox, "a/old", "a/new");
    CHECK(contains(sandbox.index({}).out, "3 moved"));
    CHECK(sandbox.index({"--verify"}).status == 0);
    rename(sandbox, "a/new/.dateline.yaml", "a/.dateline.yaml");
    CHECK(contains(sandbox.index({}).out, "3 updated"));
    CHECK(sandbox.index({"--verify"}).status == 0);
}

TEST_CASE("a file that was too large is read as soon as it may be, and then stays") {
    Sandbox sandbox;
    sandbox.write("a/large.md", "# Large\n\nA bigword. " + std::string(1 << 20, 'x'));
    CHECK(sandbox.index({"--max-article-size", "1", "a"}).status == 1);
    CHECK(contains(sandbox.index({"--max-article-size", "1"}).out, "0 articles: 0 added"));
    CHECK(contains(sandbox.index({"--max-article-size", "2"}).out, "1 added"));
    CHECK(count(sandbox, "bigword") == "1\n");
    CHECK(contains(sandbox.index({"--max-article-size", "1"}).out, "1 unchanged"));
}

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
