// SPDX-License-Identifier: GPL-2.0-or-later
// Saved searches that are typed or written wrongly: what is said, and that the others go on.
#include <doctest/doctest.h>

#include "tests/cli/followed_archive.h"

namespace dateline::cli {
namespace {

TEST_CASE("a search that cannot be asked is told, and the others are asked") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    sandbox.search({"--save", "port", "harbour"});
    archive.write_searches(
        "[a]\nquery = '(open'\n\n[b]\nnonsense = 1\n\n[c]\nformat = 'json'\nquery = 'x'\n\n" +
        archive.searches());
    archive.put("4", article(4));
    archive.index();
    const Output news = sandbox.search({"--new"});
    CHECK(news.status == 2);
    CHECK(has(news.out, "Report 4"));
    CHECK(has(news.err, "dateline-search: a: "));
    CHECK(has(news.err, "dateline-search: b: "));
    CHECK(has(news.err, "dateline-search: c: "));
    CHECK(sandbox.search({"--new", "port"}).status == 1);
    const Output list = sandbox.search({"--saved"});
    CHECK(list.status == 2);
    CHECK(has(list.out, "cannot be asked"));
    CHECK(has(list.err, "dateline-search: a: "));
    CHECK(has(list.out, "port"));
}

TEST_CASE("what a person writes into the file is a search, or is said to be none") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    for (const char* line : {"new = true", "help = true", "count = true", "format = 'json'",
                             "open = 1", "outlet = true", "copies = 'only'", "index = 'index'",
                             "nonsense = 1", "limit = 5", "today = '2026-01-01'"}) {
        CAPTURE(line);
        archive.write_searches("[port]\nquery = 'harbour'\n" + std::string(line) + "\n");
        for (const char* option : {"--new", "--saved", "--peek"}) {
            const Output output = sandbox.search({option});
            CHECK(output.status == 2);
            CHECK(has(output.err, "port: "));
        }
    }
    archive.write_searches("port.query = 'harbour'\nferry.query = 'ferry'\nport.outlet = 'post'\n");
    const std::string before = archive.searches();
    CHECK(sandbox.search({"--forget", "port"}).status == 2);
    CHECK(archive.searches() == before);
    CHECK(sandbox.search({"--save", "x", "--copies=only", "harbour"}).status == 2);
}

TEST_CASE("what goes wrong is said with what to do") {
    const Archive archive;
    const Sandbox& sandbox = archive.sandbox;
    sandbox.search({"--save", "port", "harbour"});
    struct Row {
        std::vector<std::string> arguments;
        const char* message;
    };
    const std::vector<Row> rows{
        {{"--save", "port", "x"}, "there is a saved search 'port' already"},
        {{"--save", "../x", "y"}, "a search cannot be called '../x'"},
        {{"--save", "x"}, "nothing to search for"},
        {{"--save", "x", "--format=json", "y"},
         "options '--save' and '--format' do not go together"},
        {{"--new", "prot"}, "there is no saved search 'prot'\nhint: did you mean 'port'?"},
        {{"--new", "port", "--outlet=x"}, "options '--new' and '--outlet' do not go together"},
        {{"--new", "--saved"}, "options '--new' and '--saved' do not go together"},
        {{"--again", "someday", "port"}, "--again"},
        {{"--all-new", "x"}, "option '--all-new' goes with '--save' only"},
        {{"--forget", "x"}, "there is no saved search 'x'"},
        {{"--forget", "port", "--json"}, "options '--forget' and '--json' do not go together"},
        {{"--saved", "--format=csv"}, "--saved prints text or JSON"},
        {{"--save", "a", "--save", "b", "x"}, "one search is saved at a time"},
        {{"--new", "port", "--copies=only"}, "cannot be followed"},
        {{"--saved", "x"}, "option '--saved' takes no words"},
        {{"--feed", "port", "--json"}, "exclude each other"},
        {{"--new", "port", "--index=other"}, "other"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.message);
        const Output output = sandbox.search(row.arguments);
        CHECK(output.status == 2);
        CHECK_MESSAGE(has(output.err, row.message), output.err);
        CHECK(output.out.empty());
    }
    const std::string seen = sandbox.read(".local/state/dateline/seen/port");
    sandbox.write(".local/state/dateline/seen/port", seen.substr(0, seen.size() - 5));
    const Output damaged = sandbox.search({"--new", "port"});
    CHECK(damaged.status == 2);
    CHECK(has(damaged.err, "is damaged"));
    CHECK(has(damaged.err, "--catch-up port"));
    archive.write_searches("[port\n");
    CHECK(has(sandbox.search({"--new"}).err, "searches.toml, line 1"));
}

TEST_CASE("days that move with the calendar are warned of") {
    const Archive archive;
    CHECK(has(archive.sandbox.search({"--save", "a", "--since=7d", "harbour"}).err, "--since"));
    CHECK(
        has(archive.sandbox.search({"--save", "b", "harbour date:7d"}).err, "a day of the query"));
    CHECK(archive.sandbox.search({"--save", "c", "--since=2026-01", "harbour"}).err.empty());
}

}  // namespace
}  // namespace dateline::cli
