// SPDX-License-Identifier: GPL-2.0-or-later
// Files of many articles: what changes in them, and what is wrong in them.
#include <doctest/doctest.h>
#include <xapian.h>

#include <map>
#include <regex>
#include <set>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

std::string summary(const Output& output) {
    return std::regex_replace(output.out, std::regex(" in [0-9.]+ s\n"), "");
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string item(int number, const std::string& text = "some text") {
    const std::string n = std::to_string(number);
    return R"({"id":")" + n + R"(","title":"Title )" + n + R"(","text":")" + text + "\"}\n";
}

std::string items(int begin, int end) {
    std::string lines;
    for (int i = begin; i < end; ++i) lines += item(i);
    return lines;
}

/// Document numbers by article id: they stay where an article is not written again.
std::map<std::string, Xapian::docid> documents(const Sandbox& sandbox) {
    const Xapian::Database database((sandbox.path() / "index").string());
    std::map<std::string, Xapian::docid> found;
    for (auto term = database.allterms_begin("Q"); term != database.allterms_end("Q"); ++term)
        found[*term] = *database.postlist_begin(*term);
    return found;
}

/// `1: Title` of each hit, as JSON tells.
std::string line_of(const Sandbox& sandbox, const std::string& title) {
    const Output output = sandbox.search({"--format", "json", "title:\"" + title + "\""});
    std::smatch match;
    std::regex_search(output.out, match, std::regex("\"line\": ([0-9]+)"));
    return match[1];
}

}  // namespace

TEST_CASE("of a changed container only the changed items are written") {
    struct Change {
        const char* what;
        std::string lines;
        std::string summary;
    };
    const Change changes[] = {
        {"appended", items(0, 301), "301 articles: 1 added, 0 updated, 300 unchanged, 0 removed"},
        {"inserted", item(-1) + items(0, 300),
         "301 articles: 1 added, 0 updated, 300 unchanged, 0 removed"},
        {"edited", items(0, 150) + item(150, "other text") + items(151, 300),
         "300 articles: 0 added, 1 updated, 299 unchanged, 0 removed"},
        {"taken out", items(0, 100) + items(103, 300),
         "297 articles: 0 added, 0 updated, 297 unchanged, 3 removed"},
        {"turned round", items(150, 300) + items(0, 150),
         "300 articles: 0 added, 0 updated, 300 unchanged, 0 removed"},
        {"twice the same", items(0, 300) + item(7),
         "301 articles: 1 added, 0 updated, 300 unchanged, 0 removed"},
    };
    for (const Change& change : changes) {
        CAPTURE(change.what);
        Sandbox sandbox;
        sandbox.write("a/items.jsonl", items(0, 300));
        sandbox.index({"a"});
        const auto before = documents(sandbox);
        sandbox.write("a/items.jsonl", change.lines);
        CHECK(summary(sandbox.index({})) == change.summary + ", 0 problems");
        const auto after = documents(sandbox);
        for (const auto& [id, docid] : after)
            if (before.contains(id)) CHECK(docid == before.at(id));
        CHECK(sandbox.index({"--verify"}).status == 0);
        const std::string wanted = change.lines.substr(0, change.lines.find("\"id\":\"299\""));
        CHECK(line_of(sandbox, "Title 299") ==
              std::to_string(1 + std::count(wanted.begin(), wanted.end(), '\n')));
        CHECK_FALSE(contains(sandbox.search({"--format", "json", "text"}).out, "\"changed\""));
    }
}

TEST_CASE("a new index counts the items of an unchanged container as unchanged") {
    Sandbox sandbox;
    sandbox.write("a/items.jsonl", items(0, 10));
    sandbox.index({"a"});
    for (int i = 0; i < 300; ++i) sandbox.write("a/" + std::to_string(i) + ".md", "# New\n\nText.");
    const Output output = sandbox.index({"--verbose"});
    CHECK(contains(output.out, "300 added, 0 updated, 10 unchanged, 0 removed"));
    CHECK_FALSE(contains(output.out, "items.jsonl"));
}

TEST_CASE("blank lines of a container that was only touched are no reason for a new index") {
    Sandbox sandbox;
    std::string lines;
    for (int i = 0; i < 300; ++i) lines += item(i) + "\n \r\n";
    sandbox.write("a/items.jsonl", lines);
    sandbox.index({"a"});
    const std::string before = sandbox.read("index/XAPIANDB");
    sandbox.write("a/items.jsonl", lines + item(300));
    CHECK(contains(sandbox.index({}).out, "1 added, 0 updated, 300 unchanged, 0 removed"));
    CHECK(sandbox.read("index/XAPIANDB") == before);
}

TEST_CASE("a file that moved to another kind of name has all its articles counted") {
    for (const char* writer : {"bulk", "xapian"}) {
        for (const int others : {1, 300}) {  // in place, and in a new index
            CAPTURE(writer);
            CAPTURE(others);
            Sandbox sandbox;
            sandbox.write("a/items.jsonl", "No item at all.\n" + items(0, 10));
            sandbox.index({"a"});
            fs::rename(sandbox.path() / "a/items.jsonl", sandbox.path() / "a/one.md");
            for (int i = 0; i < others; ++i)
                sandbox.write("a/" + std::to_string(i) + ".md", "# New\n\nText.");
            const std::string all = std::to_string(others);
            CHECK(contains(sandbox.index({"--writer", writer}).out,
                           all + " added, 0 updated, 0 unchanged, 9 removed, 1 moved"));
        }
    }
}

TEST_CASE("items of distinct identities have distinct ids, whatever these look like") {
    Sandbox sandbox;
    sandbox.write("a/a.jsonl",
                  "{\"id\":\"a\",\"text\":\"same one\"}\n"
                  "{\"id\":\"a\",\"text\":\"same two\"}\n"
                  "{\"id\":\"a\\n#2\",\"text\":\"same three\"}\n"
                  "{\"text\":\"same four\"}\n{\"text\":\"same five\"}\n"
                  "{\"id\":\"#2\",\"text\":\"same six\"}\n"
                  "{\"id\":\"X.md\",\"text\":\"same seven\"}\n");
    sandbox.write("a/a.jsonl\nX.md", "# Eight\n\nsame eight\n");
    CHECK(summary(sandbox.index({"a"})) ==
          "8 articles: 8 added, 0 updated, 0 unchanged, 0 removed, 0 problems");
    CHECK(documents(sandbox).size() == 8);
    CHECK(sandbox.index({"--verify"}).status == 0);

    fs::remove(sandbox.path() / "a/a.jsonl\nX.md");
    sandbox.index({});
    sandbox.write("a/a.jsonl\nX.md", "# Eight\n\nsame eight\n");
    CHECK(summary(sandbox.index({})) ==
          "8 articles: 1 added, 0 updated, 7 unchanged, 0 removed, 0 problems");
    CHECK(sandbox.search({"--count", "same"}).out == "8\n");
}

TEST_CASE("two files keep both their articles when the hashes of their names collide") {
    // The id is XXH3-64 with the folder's number as its seed: of names of eight bytes these two
    // give the same in the first and the second folder.
    const std::string first = "first/10000.md";
    const std::string second = "second/10013.md";
    const auto number_of = [](const Sandbox& sandbox, const std::string& word) {
        return sandbox.search({"--count", word}).out;
    };
    for (const char* writer : {"bulk", "xapian"}) {
        CAPTURE(writer);
        Sandbox sandbox;
        sandbox.write(first, "# A\n\nThe collidingword.\n");
        sandbox.write("second/other.md", "# B\n\nAnother.\n");
        sandbox.index({"--writer", writer, "first", "second"});
        sandbox.write(second, "# C\n\nThe collidingword.\n");
        CHECK(sandbox.index({}).status == 0);
        CHECK(number_of(sandbox, "collidingword") == "2\n");
        const auto after_update = documents(sandbox);
        CHECK(sandbox.index({"--rebuild", "--writer", writer}).status == 0);
        CHECK(number_of(sandbox, "collidingword") == "2\n");
        for (const auto& [id, docid] : documents(sandbox)) CHECK(after_update.contains(id));

        sandbox.write(second, "# C\n\nThe changedword.\n");
        CHECK(summary(sandbox.index({})) ==
              "3 articles: 0 added, 1 updated, 2 unchanged, 0 removed, 0 problems");
        CHECK(number_of(sandbox, "collidingword") == "1\n");
        fs::remove(sandbox.path() / first);
        CHECK(sandbox.index({}).status == 0);
        CHECK(number_of(sandbox, "changedword") == "1\n");
        fs::rename(sandbox.path() / "second/other.md", sandbox.path() / first);
        CHECK(sandbox.index({}).status == 0);
        fs::rename(sandbox.path() / second, sandbox.path() / "first/10001.md");
        sandbox.write(second, "");  // no article, but the id of one
        CHECK(sandbox.index({}).status == 1);
        CHECK(number_of(sandbox, "changedword OR another") == "2\n");
        CHECK(sandbox.index({"--verify"}).status == 0);
    }
}

TEST_CASE("a file of nothing but bad lines costs little and does not stop the run") {
    Sandbox sandbox;
    std::string lines;
    for (int i = 0; i < 50'000; ++i) lines += "x\n";
    sandbox.write("a/bad.jsonl", lines);
    sandbox.write("a/good.md", "# Good\n\nA good article.\n");
    const Output output = sandbox.index({"a"});
    CHECK(output.status == 1);
    CHECK(summary(output) ==
          "1 article: 1 added, 0 updated, 0 unchanged, 0 removed, 50000 problems");
    CHECK(contains(output.err, "49,990 more problems"));
    CHECK(sandbox.search({"--count", "good"}).out == "1\n");
    CHECK(contains(sandbox.index({"--status"}).out, "50,000"));
    CHECK(fs::file_size(sandbox.path() / "index/last-run") < 4000);
}

TEST_CASE("an archive of lines is told by its name in any case, also compressed") {
    Sandbox sandbox;
    sandbox.write("a/X.JSONL", items(0, 3));
    sandbox.run("/bin/sh", {"-c", "gzip -c a/X.JSONL > a/Y.JSONL.GZ"});
    CHECK(summary(sandbox.index({"a"})) ==
          "6 articles: 6 added, 0 updated, 0 unchanged, 0 removed, 0 problems");
}

TEST_CASE("both writers count the same") {
    for (const char* writer : {"bulk", "xapian"}) {
        CAPTURE(writer);
        Sandbox sandbox;
        for (int i = 0; i < 300; ++i)
            sandbox.write("a/" + std::to_string(i) + ".md", "# T\n\n" + std::to_string(i));
        sandbox.index({"a"});
        for (int i = 0; i < 250; ++i)
            sandbox.write("a/" + std::to_string(i) + ".md", "# T\n\nmore " + std::to_string(i));
        fs::remove(sandbox.path() / "a/299.md");
        CHECK(summary(sandbox.index({"--writer", writer})) ==
              "299 articles: 0 added, 250 updated, 49 unchanged, 1 removed, 0 problems");
        CHECK(sandbox.index({"--verify"}).status == 0);
    }
}

}  // namespace dateline::cli
