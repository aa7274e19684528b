// SPDX-License-Identifier: GPL-2.0-or-later
// Saved searches as a person has them: saved, asked, edited, forgotten, in every format; and the
// indexer that stays.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/followed_archive.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

TEST_CASE("a search is saved, tells what comes in once, and is forgotten") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    const Output saved = sandbox.search({"--save", "port", "--outlet", "post", "harbour OR port"});
    CHECK(saved.status == 0);
    CHECK(saved.out ==
          "saved 'port': --outlet=post harbour OR port\nread as: harbour or port\n"
          "3 articles match now, and count as seen\nwhat comes in: dateline-search --new port\n");
    CHECK(archive.searches() == "[port]\nquery = 'harbour OR port'\noutlet = 'post'\n");
    for (const char* file : {".config/dateline/searches.toml", ".local/state/dateline/seen/port"}) {
        struct stat status {};
        REQUIRE(stat((sandbox.path() / file).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777) == 0600);
    }
    const Output nothing = sandbox.search({"--new", "port"});
    CHECK(nothing.status == 1);
    CHECK(nothing.out.empty());
    CHECK(nothing.err.empty());

    archive.put("4", article(4));
    archive.index();
    CHECK(sandbox.search({"--saved"}).out == "port  1 new of 4  --outlet=post harbour OR port\n");
    CHECK(sandbox.search({"--new", "port", "--count"}).out == "1\n");
    CHECK(has(sandbox.search({"--peek", "port"}).out, "Report 4"));
    const Output news = sandbox.search({"--new"});
    CHECK(news.status == 0);
    CHECK(news.out.starts_with("port: 1 new article of 4\n\n 1  Report 4\n"));
    CHECK(sandbox.search({"--new"}).status == 1);
    CHECK(sandbox.search({"--new", "--count"}).out.empty());
    CHECK(has(sandbox.search({"--again", "7d", "port"}).out, "Report 4"));

    CHECK(sandbox.search({"--forget", "port"}).status == 0);
    CHECK(archive.searches().empty());
    CHECK_FALSE(fs::exists(sandbox.path() / ".local/state/dateline/seen/port"));
    CHECK(sandbox.search({"--saved"}).status == 1);
}

TEST_CASE("copies, versions and what moved are told as what they are, in every format") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    const std::string url = "https://example.org/a";
    archive.put("old", article(20, "", url));
    archive.index();
    sandbox.search({"--save", "port", "harbour"});
    fs::rename(sandbox.path() / "articles/1.md", sandbox.path() / "articles/moved.md");
    archive.put("copy", article(2));
    archive.put("version", article(21, "", url));
    archive.put("3", article(3, "A sentence more."));
    archive.put("fresh", article(22));
    archive.index();
    const Json all = Json::parse(sandbox.search({"--peek", "port", "--json"}).out);
    std::map<std::string, Json> hits;
    for (const Json& hit : all["hits"]) hits[hit["path"]] = hit;
    REQUIRE(hits.size() == 3);
    CHECK(hits["copy.md"]["new"] == "copy");
    const auto id_of = [&](const std::string& path) {
        const Json found =
            Json::parse(sandbox.search({"--show", "articles/" + path, "--json"}).out);
        return found["hits"][0]["id"];
    };
    CHECK(hits["copy.md"]["same_text_as"] == id_of("2.md"));
    CHECK(hits["version.md"]["new"] == "version");
    CHECK(hits["version.md"]["version_of"] == id_of("old.md"));
    CHECK(hits["fresh.md"]["new"] == "new");
    CHECK(hits["fresh.md"]["search"] == "port");
    CHECK(all["searches"][0]["name"] == "port");
    CHECK(all["searches"][0]["matches"] == 7);
    const std::string copy = "same text as " + id_of("2.md").get<std::string>();
    for (const char* format : {"text", "md", "html", "atom"})
        CHECK(has(sandbox.search({"--peek", "port", "--format", format}).out, copy));
    const std::string csv = sandbox.search({"--peek", "port", "--format=csv"}).out;
    CHECK(has(csv, ",search,new,new_of\r\n"));
    CHECK(has(csv, ",port,copy," + id_of("2.md").get<std::string>() + "\r\n"));
    CHECK(has(sandbox.search({"--peek", "port", "--format=jsonl"}).out, R"("new":"version")"));
    CHECK(has(sandbox.search({"--peek", "port", "-l"}).out, "fresh.md\n"));
    const std::string text = sandbox.search({"--new", "port"}).out;
    CHECK(has(text, "dateline-search --changes " + id_of("old.md").get<std::string>() + " " +
                        id_of("version.md").get<std::string>()));
    CHECK(sandbox.search({"--new", "port"}).status == 1);
}

TEST_CASE("how many are shown does not change what will be shown") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    sandbox.search({"--save", "port", "harbour"});
    for (std::uint32_t i = 11; i <= 15; ++i) archive.put(std::to_string(i), article(i));
    archive.index();
    const Output first = sandbox.search({"--new", "port", "-n2", "--format=jsonl"});
    CHECK(std::ranges::count(first.out, '\n') == 2);
    CHECK(has(first.err, "3 more are new, and stay so"));
    const Output rest = sandbox.search({"--new", "port", "--format=jsonl"});
    CHECK(std::ranges::count(rest.out, '\n') == 3);
    CHECK(sandbox.search({"--new"}).status == 1);
}

TEST_CASE("what cannot be written marks nothing") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    sandbox.search({"--save", "port", "harbour"});
    archive.put("4", article(4));
    archive.index();
    const std::string program = DATELINE_SEARCH_PROGRAM;
    const Output full = sandbox.run("/bin/sh", {"-c", program + " --new port > /dev/full"});
    CHECK(full.status == 2);
    CHECK(has(full.err, "cannot write the output"));
    CHECK(sandbox.run("/bin/sh", {"-c", program + " --new port >&-"}).status == 2);
    CHECK(sandbox.search({"--new", "port"}).status == 0);
}

TEST_CASE("an edited search says what the edit changed, and how to catch up") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    for (std::uint32_t i = 11; i <= 25; ++i)
        archive.put(std::to_string(i), "---\ntitle: T\n---\n\nThe airport. " + words(i, 40) + "\n");
    archive.index();
    sandbox.search({"--save", "port", "harbour"});
    archive.write_searches("[port]\nquery = 'harbour OR airport'\n");
    const Output peek = sandbox.search({"--peek", "port"});
    CHECK(has(peek.out, "port: 15 new articles of 18, 5 not shown"));
    CHECK(has(peek.err, "the search was changed: 15 articles match"));
    CHECK(has(peek.err, "--catch-up"));
    CHECK(sandbox.search({"--catch-up", "port"}).out == "15 new articles count as seen\n");
    CHECK(sandbox.search({"--new", "port"}).status == 1);
    archive.put("4", article(4));
    archive.index();
    const Output news = sandbox.search({"--new", "port"});
    CHECK(news.status == 0);
    CHECK(news.err.empty());
}

TEST_CASE("what a copy is of is told by where that lies now") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    sandbox.search({"--save", "port", "harbour"});
    archive.put("copy", article(2));
    archive.index();
    sandbox.search({"--new", "port"});
    fs::rename(sandbox.path() / "articles/2.md", sandbox.path() / "articles/moved.md");
    archive.index();
    sandbox.search({"--new", "port"});
    const Json moved = Json::parse(sandbox.search({"--show", "articles/moved.md", "--json"}).out);
    const Json again = Json::parse(sandbox.search({"--again", "7d", "port", "--json"}).out);
    CHECK(again["hits"][0]["same_text_as"] == moved["hits"][0]["id"]);
}

TEST_CASE("a saved search is of its own index, wherever it is asked from") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    sandbox.write("more/5.md", article(5));
    REQUIRE(sandbox.index({"--quiet", "--index=./more-index", "more"}).status == 0);
    sandbox.search({"--save", "port", "--index=./more-index", "--index=index", "harbour"});
    CHECK(has(archive.searches(), "index = ['" + (sandbox.path() / "more-index").string() + "', '" +
                                      (sandbox.path() / "index").string() + "']"));
    sandbox.write("more/6.md", article(6));
    REQUIRE(sandbox.index({"--quiet", "--index=more-index"}).status == 0);
    const Json news = Json::parse(sandbox.search({"--new", "port", "--json"}).out);
    CHECK(news["hits"].size() == 1);
    CHECK(news["hits"][0]["archive"] == "more-index");
    // An archive that cannot be searched is no reason to tell its articles again.
    fs::rename(sandbox.path() / "more-index", sandbox.path() / "away");
    const Output unsure = sandbox.search({"--catch-up", "port"});
    CHECK(unsure.status == 2);
    CHECK(has(unsure.err, "archive 'more-index' cannot be asked"));
    CHECK(sandbox.search({"--save", "both", "--index=more-index", "--index=index", "x"}).status ==
          2);
    archive.put("copy", article(2));
    archive.put("copy of it", article(2));
    archive.index();
    CHECK(has(sandbox.search({"--new", "port"}).out, "port: 2 new articles"));
    CHECK(sandbox.search({"--new", "port"}).status == 1);
    fs::rename(sandbox.path() / "away", sandbox.path() / "more-index");
    CHECK(sandbox.search({"--new", "port"}).status == 1);
    CHECK(sandbox.search({"--new", "port", "--index=index"}).status == 2);
}

TEST_CASE("a feed keeps its entries wherever their files go, and does not take them from --new") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    sandbox.search({"--save", "port", "harbour"});
    const std::string empty = sandbox.search({"--feed", "port"}).out;
    CHECK(has(empty, "<id>urn:dateline:saved:port</id>"));
    CHECK_FALSE(has(empty, "<entry>"));
    archive.put("4", article(4));
    archive.index();
    const std::string feed = sandbox.search({"--feed", "port"}).out;
    CHECK(has(feed, "<title>Report 4</title>"));
    fs::rename(sandbox.path() / "articles/4.md", sandbox.path() / "articles/five.md");
    archive.index();
    CHECK(sandbox.search({"--feed", "port"}).out == feed);
    CHECK(has(sandbox.search({"--new", "port"}).out, "Report 4"));
    CHECK(sandbox.search({"--new", "port"}).status == 1);
    CHECK(sandbox.search({"--feed", "port"}).out == feed);
    // What we write, we read.
    sandbox.write("feeds/port.atom", feed);
    REQUIRE(sandbox.index({"--quiet", "--index=of-feeds", "feeds"}).status == 0);
    CHECK(has(sandbox.search({"--index=of-feeds", "harbour"}).out, "Report 4"));
}

TEST_CASE("the indexer stays, brings in step what changes, and ends well by a signal") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    const std::string script =
        std::string(DATELINE_INDEX_PROGRAM) +
        " --watch=1 > log 2> errors & watcher=$!; "
        "until [ -s log ]; do sleep .05; done; "
        "cp new.md articles/; until grep -q '1 added' log; do sleep .05; done; "
        "kill -TERM $watcher; wait $watcher; echo ended $?";
    sandbox.write("new.md", article(9));
    const Output run = sandbox.run("/bin/sh", {"-c", script});
    CHECK(run.out == "ended 0\n");
    CHECK(sandbox.read("errors").empty());
    CHECK(has(sandbox.search({"--count", "harbour"}).out, "4"));
    CHECK(sandbox.index({"--watch=0"}).status == 2);
    CHECK(sandbox.index({"--watch", "--rebuild"}).status == 2);
    CHECK(sandbox.index({"--watch", "nowhere"}).status == 2);
}

}  // namespace
}  // namespace dateline::cli
