// SPDX-License-Identifier: GPL-2.0-or-later
// Several folders in one index, and folders that are away.
#include <doctest/doctest.h>

#include "tests/cli/word_folders.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

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
    CHECK(contains(output.out, "remove    " + (sandbox.path() / "b/1.md").string()));
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

}  // namespace dateline::cli
