// SPDX-License-Identifier: GPL-2.0-or-later
// The benchmark programs index a small tree and answer the same queries with as many hits, so that
// what `run` compares is the same work. No time is looked at.
#include <doctest/doctest.h>

#include "tests/cli/harness.h"

namespace dateline::bench {
namespace {

using cli::Output;
using cli::Sandbox;

struct Set {
    std::string kind;
    std::string queries;
    int hits;  ///< ten a query at most
};

const Set sets[] = {
    {"one", "lighthouse\nglacier\nharbour\n", 10 + 7 + 10},
    {"and2", "lighthouse glacier\nlighthouse keeper\nglacier keeper\n", 4 + 10 + 4},
    {"or", "lighthouse glacier walrus\nglacier walrus pelican\nwalrus lighthouse\n", 10 + 7 + 10},
    {"or_content", "lighthouse glacier\nglacier walrus\nwalrus\n", 10 + 7 + 0},
    {"phrase", "glacier melted\nkeeper waits\nmelted glacier\n", 7 + 10 + 0},
    {"or_date",
     "lighthouse glacier\t2020-01-01\t2020-01-05\nglacier walrus\t2020-01-10\t2020-01-20\n"
     "keeper\t2021-01-01\t2021-12-31\n",
     4 + 4 + 0},
    {"or_outlet", "lighthouse\tWeekly Post\nglacier walrus\tDaily News\nglacier\tWeekly Post\n",
     10 + 3 + 4},
};

/// Every second article has the lighthouse, every third the glacier, all have the harbour.
void write_article(const Sandbox& sandbox, int number) {
    std::string day = std::to_string(number + 1);
    if (day.size() < 2) day.insert(0, "0");
    std::string text = "---\ntitle: \"Every report " + std::to_string(number) +
                       " about \\\"the harbour\\\"\"\nsource: \"Ann Lee\"\npublished: \"2020-01-" +
                       day + "\"\noutlet: \"" + (number % 2 == 0 ? "Weekly Post" : "Daily News") +
                       "\"\n---\n\nShips lay in the harbour for " + day + " days.\n";
    if (number % 2 == 0) text += "\nThe lighthouse keeper waits.\n";
    if (number % 3 == 0) text += "\nA glacier melted slowly, said Ann Lee.\n";
    sandbox.write("articles/a" + day + ".md", text);
}

void write_all(const Sandbox& sandbox) {
    for (int number = 0; number < 20; ++number) write_article(sandbox, number);
    for (const Set& set : sets) sandbox.write(set.kind + ".txt", set.queries);
}

/// What stands behind `name=` in a line of figures.
int figure(const Output& output, const std::string& name) {
    const std::size_t at = output.out.find(name + "=");
    REQUIRE_MESSAGE(at != std::string::npos, output.out << output.err);
    return std::stoi(output.out.substr(at + name.size() + 1));
}

struct Peer {
    std::string program;
    std::string index;
    bool indexes = true;  ///< itself; else dateline-index does
};

const Peer peers[] = {
    {BENCH_SQLITE, "fts5.db"}, {BENCH_XAPIAN, "xapian"}, {BENCH_DATELINE, "index", false}};

Output bring_in(const Sandbox& sandbox, const Peer& peer, const std::string& verb) {
    if (!peer.indexes) return sandbox.index({"articles"});
    return sandbox.run(peer.program, {verb, "articles", peer.index});
}

Output ask(const Sandbox& sandbox, const Peer& peer, const std::string& kind, bool passages) {
    std::vector<std::string> arguments{"search", peer.index, kind + ".txt", kind};
    if (passages) arguments.emplace_back("passages");
    return sandbox.run(peer.program, arguments);
}

}  // namespace

TEST_CASE("the programs find as many articles for the same queries") {
    const Sandbox sandbox;
    write_all(sandbox);
    for (const Peer& peer : peers) {
        CAPTURE(peer.program);
        REQUIRE(bring_in(sandbox, peer, "index").status == 0);
        for (const Set& set : sets) {
            CAPTURE(set.kind);
            const Output titles = ask(sandbox, peer, set.kind, false);
            CHECK(figure(titles, "queries") == 3);
            CHECK(figure(titles, "hits") == set.hits);
            const Output passages = ask(sandbox, peer, set.kind, true);
            CHECK(figure(passages, "hits") == set.hits);
            CHECK(figure(passages, "bytes") > figure(titles, "bytes"));
        }
    }
}

TEST_CASE(
    "stories, copies and quotations of drawn articles are measured, and pages with copies folded") {
    const Sandbox sandbox;
    write_all(sandbox);
    REQUIRE(sandbox.index({"articles"}).status == 0);
    const Output articles = sandbox.run(BENCH_STORIES, {"index"});
    for (const std::string option : {"--copies-of", "--story", "--new-in", "--quotes"})
        CHECK(articles.out.find(option + " mean=") != std::string::npos);
    CHECK(figure(articles, "queries") == 200);
    const Output pages = sandbox.run(BENCH_STORIES, {"index", "one.txt", "one"});
    CHECK(pages.out.find("one show mean=") != std::string::npos);
    CHECK(pages.out.find("one fold mean=") != std::string::npos);
    CHECK(figure(pages, "hits") == 10 + 7 + 10);
    CHECK(sandbox.run(BENCH_STORIES, {}).status == 2);
    CHECK(sandbox.run(BENCH_STORIES, {"missing"}).status == 2);
}

TEST_CASE("an update takes in what is new and changed, and takes out what is gone") {
    for (const Peer& peer : peers) {
        CAPTURE(peer.program);
        const Sandbox sandbox;
        write_all(sandbox);
        REQUIRE(bring_in(sandbox, peer, "index").status == 0);
        std::filesystem::remove(sandbox.path() / "articles/a01.md");
        sandbox.write("articles/a02.md", "---\ntitle: \"A walrus\"\n---\n\nIt rests.\n");
        sandbox.write("articles/new.md", "---\ntitle: \"A pelican\"\n---\n\nIt dives.\n");
        REQUIRE(bring_in(sandbox, peer, "update").status == 0);
        sandbox.write("one.txt", "walrus\npelican\nglacier\n");
        CHECK(figure(ask(sandbox, peer, "one", false), "hits") == 1 + 1 + 6);
        CHECK(bring_in(sandbox, peer, "update").status == 0);
        CHECK(figure(ask(sandbox, peer, "one", false), "hits") == 1 + 1 + 6);
    }
}

TEST_CASE("for peers that read mail each article becomes a message, which goes with its article") {
    const Sandbox sandbox;
    write_all(sandbox);
    const std::filesystem::path scripts = std::filesystem::path(BENCH_RUN).parent_path();
    const auto make_mail = [&] {
        return sandbox.run((scripts / "make_mail.py").string(), {"articles", "mail"}).status;
    };
    REQUIRE(make_mail() == 0);
    REQUIRE(sandbox.index({"mail"}).status == 0);  // which reads mail, too
    for (const Set& set : sets) {
        CAPTURE(set.kind);
        if (set.kind == "or_outlet") continue;  // From has the author before the outlet
        CHECK(figure(ask(sandbox, peers[2], set.kind, false), "hits") == set.hits);
    }
    std::filesystem::remove(sandbox.path() / "articles/a01.md");
    REQUIRE(make_mail() == 0);
    const auto messages = std::filesystem::directory_iterator(sandbox.path() / "mail/cur");
    CHECK(std::distance(begin(messages), end(messages)) == 19);
}

TEST_CASE("the time and memory of whole processes is measured, and their failure is seen") {
    const Sandbox sandbox;
    write_all(sandbox);
    const Output once = sandbox.run(BENCH_PROCESS, {"once", "cat", "one.txt"});
    CHECK(figure(once, "peak_kb") > 0);
    const auto queries = [&](const std::string& command) {
        return sandbox.run(BENCH_PROCESS, {"queries", "or.txt", "or", "sh", "-c", command});
    };
    CHECK(figure(queries("test -n '{words}' && test -n '{|}'"), "queries") == 3);
    CHECK(queries("exit 2").status == 2);
    CHECK(sandbox.run(BENCH_PROCESS, {"once", "./missing"}).status == 2);
}

TEST_CASE("what a benchmark program cannot do ends it with a message") {
    const Sandbox sandbox;
    sandbox.write("none.txt", "");
    for (const Peer& peer : peers)
        for (const std::vector<std::string>& arguments :
             std::vector<std::vector<std::string>>{{},
                                                   {"seek"},
                                                   {"search", peer.index, "none.txt", "five"},
                                                   {"search", peer.index, "none.txt", "one"},
                                                   {"search", peer.index, "missing.txt", "one"}}) {
            const Output output = sandbox.run(peer.program, arguments);
            CHECK(output.status == 2);
            CHECK(output.err != "");
        }
}

/// Stands for the program that makes trees for growth: N * K articles.
const char* const make_articles = R"(import pathlib, sys
out, count = pathlib.Path(sys.argv[2]), int(sys.argv[4]) * int(sys.argv[6])
out.mkdir(parents=True)
for number in range(count):
    (out / f"{number}.md").write_text(f'---\ntitle: "Report {number}"\n---\n\nShip {number}.\n')
)";

TEST_CASE("the runner measures all groups and prints their tables") {
    const Sandbox sandbox;
    write_all(sandbox);
    sandbox.write("source.jsonl", "{}\n{}\n{}\n{}\n{}\n");
    sandbox.write("make.py", make_articles);
    REQUIRE(sandbox.run("/bin/gzip", {"source.jsonl"}).status == 0);
    const Output output =
        sandbox.run(BENCH_RUN, {"--peers", "fts5 xapian", "--rounds", "2", "--queries", "3",
                                "--build", BENCH_BUILD, "--growth", "source.jsonl.gz", "make.py",
                                "--growth-sizes", "5,10", "articles", "work"});
    CAPTURE(output.err);
    REQUIRE(output.status == 0);
    for (const std::string title :
         {"Bulk indexing", "Size of the index", "Update: 1 added, 1 removed", "Queries, ten titles",
          "Queries, ten passages", "Queries: hits", "Whole process", "Growth: indexing",
          "Growth: queries, ten titles"}) {
        CAPTURE(title);
        CHECK(output.out.find("### " + title) != std::string::npos);
    }
    CHECK(output.out.find("| 10 | dateline |") != std::string::npos);
    CHECK(output.out.find("nan") == std::string::npos);
    CHECK_FALSE(std::filesystem::exists(sandbox.path() / "work/grown"));
}

TEST_CASE("the runner counts what a query asks the index for") {
    if (std::string(BENCH_SANITIZE) != "") return;  // that library has to be the first one loaded
    const Sandbox sandbox;
    write_all(sandbox);
    const Output output = sandbox.run(BENCH_RUN, {"--groups", "calls", "--peers", "", "--queries",
                                                  "3", "--build", BENCH_BUILD, "articles", "work"});
    CAPTURE(output.err);
    REQUIRE(output.status == 0);
    CHECK(output.out.find("### Calls into the index a query") != std::string::npos);
    for (const std::string row : {"| searches |", "| posting lists |", "| position lists |"})
        CHECK(output.out.find(row) != std::string::npos);
}

TEST_CASE("the runner says what it does not understand, and what it lacks") {
    const Sandbox sandbox;
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {}, {"--fast", "articles", "work"}, {"--groups", "growth", "articles", "work"}}) {
        const Output output = sandbox.run(BENCH_RUN, arguments);
        CHECK(output.status == 2);
        CHECK(output.err != "");
    }
}

}  // namespace dateline::bench
