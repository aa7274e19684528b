// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/options.h"

#include <doctest/doctest.h>

#include "common/command_line.h"
#include "common/error.h"
#include "indexer/cli/program.h"

namespace dateline {
namespace {

using Arguments = std::vector<std::string_view>;

IndexCommand read(const Arguments& arguments) {
    return read_index_command(arguments);
}

TEST_CASE("folders and switches are read in any order") {
    IndexCommand wanted;
    wanted.folders = {"a", "b"};
    CHECK(read({"a", "b"}) == wanted);
    wanted.index = "/tmp/i";
    wanted.rebuild = true;
    wanted.allow_removals = true;
    wanted.verbosity = Verbosity::verbose;
    CHECK(read({"-v", "a", "--rebuild", "--index=/tmp/i", "b", "--allow-removals"}) == wanted);
    CHECK(read({}) == IndexCommand{});
    CHECK(read({"--dry-run", "a"}).dry_run);
    CHECK(read({"-q"}).verbosity == Verbosity::quiet);
    CHECK(read({"--forget", "old", "--forget=older"}).forget ==
          std::vector<std::string>{"old", "older"});
}

TEST_CASE("a folder that begins with a minus comes after two of them") {
    CHECK(read({"--", "-odd"}).folders == std::vector<std::string>{"-odd"});
    CHECK_THROWS_WITH(read({"-odd"}), "unknown option '-odd'");
    CHECK_THROWS_WITH(read({"-vq"}), "unknown option '-vq'");
}

TEST_CASE("what cannot be is refused") {
    CHECK_THROWS_WITH(read({"-q", "-v"}), "options '--quiet' and '--verbose' exclude each other");
    CHECK_THROWS_WITH(read({"--forget=a", "--rebuild"}),
                      "options '--forget' and '--rebuild' exclude each other");
    CHECK_THROWS_WITH(read({"--forget"}), "option '--forget' needs a value");
    CHECK_THROWS_WITH(read({"--rebuild=yes"}), "option '--rebuild' takes no value");
    CHECK_THROWS_WITH(read({""}), "cannot index the folder ''");
}

TEST_CASE("an export has one file and goes with nothing else") {
    IndexCommand wanted;
    wanted.purpose = Purpose::export_articles;
    wanted.output = "a.jsonl.gz";
    CHECK(read({"--export", "jsonl", "a.jsonl.gz"}) == wanted);
    CHECK(read({"a.jsonl.gz", "--export=jsonl"}) == wanted);
    CHECK(read({"--export=jsonl", "-"}).output == "-");
    CHECK_THROWS_WITH(read({"--export", "csv", "a"}), "option '--export' cannot be 'csv'");
    CHECK_THROWS_WITH(read({"--export"}), "option '--export' needs a value");
    CHECK_THROWS_WITH(read({"--export", "jsonl"}), "--export needs a file to write");
    CHECK_THROWS_WITH(read({"--export", "jsonl", ""}), "cannot write the file ''");
    CHECK_THROWS_WITH(read({"--export", "jsonl", "a", "b"}),
                      "--export writes one file, of all folders of the index");
    CHECK_THROWS_WITH(read({"--export=jsonl", "a", "--json"}),
                      "--json needs --status, --audit or --verify");
    CHECK_THROWS_WITH(read({"--export=jsonl", "a", "--index=b", "--index=c"}),
                      "several indexes go with --status only");
    CHECK_THROWS_WITH(read({"--export=jsonl", "a", "--dry-run"}),
                      "--dry-run goes with reading folders only");
    for (const char* other : {"--status", "--audit", "--verify", "--rebuild", "--forget=x"})
        CHECK_THROWS_AS(read({"--export=jsonl", "a", other}), Error);
}

TEST_CASE("help, version and generated texts come instead of indexing") {
    CHECK(read({"--help"}).text->starts_with("usage: dateline-index "));
    CHECK(read({"--version"}).text->starts_with("dateline-index "));
    CHECK(read({"--generate=man"}).text->starts_with(".TH DATELINE-INDEX 1 "));
}

TEST_CASE("the indexer's table of options names nothing twice and says what each is for") {
    const Program program = index_program();
    for (const Option& option : program.options) {
        CAPTURE(option.name);
        CHECK(find_option(program, option.name) == &option);
        for (const Option& other : program.options) {
            if (&other != &option && option.letter != 0) CHECK(other.letter != option.letter);
        }
        CHECK(option.help.empty() == option.group.empty());
    }
}

}  // namespace
}  // namespace dateline
