// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/config.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "searcher/cli/options.h"
#include "searcher/cli/program.h"

namespace dateline {
namespace {

ConfigSource file(std::string text) {
    return {{"/home/anna/.config/dateline/config", std::move(text), "/home/anna"}, {}, {}};
}

SearchCommand read(const std::vector<std::string_view>& arguments, const ConfigSource& source) {
    return read_search_command(arguments, *make_day(2026, 3, 1), source);
}

namespace {

/// Of a single one; "" if none is named.
std::string folder_of(const SearchCommand& command) {
    REQUIRE(command.archives.size() < 2);
    return command.archives.empty() ? "" : command.archives.front().folder;
}

}  // namespace

TEST_CASE("lines are options, comments and blanks do not count, the last one wins") {
    const auto lines = read_config(
        file("# mine\n\n limit = 20 \nindex = \"/my articles\"\r\nany\nlimit=5\ncolour = never"),
        search_program(), {});
    CHECK(lines == std::vector<ConfigLine>{{"index", "/my articles", 4},
                                           {"any", "yes", 5},
                                           {"limit", "5", 6},
                                           {"color", "never", 7}});
    CHECK(read_config(file(""), search_program(), {}).empty());
}

TEST_CASE("what cannot stand in the file is refused with its line") {
    struct Row {
        std::string text;
        std::string message;
    };
    const Row rows[] = {
        {"limt = 3", "line 1: unknown option 'limt'"},
        {"\noutlet = npr", "line 2: 'outlet' cannot be set for all searches"},
        {"color = red", "line 1: option '--color' cannot be 'red'"},
        {"limit = many", "line 1: option '--limit' cannot be 'many'"},
        {"limit =", "line 1: option '--limit' needs a value"},
        {"any = perhaps", "line 1: 'any' cannot be 'perhaps'"},
        {"=", "line 1: unknown option ''"},
        {"index = mine", "line 1: 'index' cannot be 'mine'"},
        {"index = ~anna/mine", "line 1: 'index' cannot be '~anna/mine'"},
        {"\nindex =", "line 2: 'index' needs a folder"},
        {"archives =", "line 1: 'archives' names none"},
        {"archives = [mine = here]", "line 1: 'archives' cannot be 'here'"},
        {"archives = [mine =, /x]", "line 1: 'archives' needs a folder"},
        {"archives = [a = /x, A = /y]", "line 1: two archives are called 'A'"},
        {"archives = [/x, /y",
         "line 1: the list of 'archives' needs a [ before it and a ] behind it"},
        {"archives = [/x]]",
         "line 1: the list of 'archives' needs a [ before it and a ] behind it"},
        {"archives = [a = /x b = /y]", "line 1: a comma is missing in 'a = /x b = /y'"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        try {
            read_config(file(row.text), search_program(), {});
            FAIL("not refused");
        } catch (const Error& error) {
            CHECK(error.what() == "/home/anna/.config/dateline/config, " + row.message);
            CHECK_FALSE(error.hint().empty());
        }
    }
}

TEST_CASE("a flag beats the environment, which beats the file") {
    ConfigSource source = file("limit = 3\ncolor = always\nindex = /from/file\nany\nformat = csv");
    CHECK(read({"a"}, source).request.limit == 3);
    CHECK(read({"a", "-n7"}, source).request.limit == 7);
    CHECK(read({"a"}, source).output.color == ColorChoice::always);
    CHECK(folder_of(read({"a"}, source)) == "/from/file");
    CHECK(read({"a", "--count"}, source).request.some_words);
    CHECK_FALSE(read({"a", "--all"}, source).request.some_words);
    CHECK(read({"a"}, source).output.format == OutputFormat::csv);
    CHECK(read({"a", "--json"}, source).output.format == OutputFormat::json);
    CHECK(read({"a", "-l"}, source).output.format == OutputFormat::files);
    CHECK(read({"a", "-l"}, source).request.limit == no_limit);
    source.environment = {{"index", "DATELINE_INDEX"}, {"color", "NO_COLOR"}};
    source.values = {{"index", "/from/environment"}, {"color", "never"}};
    CHECK(folder_of(read({"a"}, source)).empty());
    CHECK(read({"a"}, source).output.color == ColorChoice::automatic);
    CHECK(folder_of(read({"a", "--index=/typed"}, source)) == "/typed");
    CHECK(read({"a", "--no-config"}, source).request.limit == 10);
}

TEST_CASE("settings that exclude each other are refused with both lines") {
    struct Row {
        std::string text;
        std::string message;
    };
    const Row rows[] = {
        {"all = yes\n\nany = yes", "line 3: 'any' excludes 'all' of line 1"},
        {"any\nlimit = 3\nall", "line 3: 'all' excludes 'any' of line 1"},
        {"passages = 3\nfull = yes", "line 2: 'full' excludes 'passages' of line 1"},
        {"full = yes\ncontext = 60", "line 2: 'context' excludes 'full' of line 1"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        try {
            read({"a"}, file(row.text));
            FAIL("not refused");
        } catch (const Error& error) {
            CHECK(error.what() == "/home/anna/.config/dateline/config, " + row.message);
            CHECK_FALSE(error.hint().empty());
        }
    }
    CHECK_FALSE(read({"a"}, file("all = yes\nany = no")).request.some_words);
    CHECK_FALSE(read({"a"}, file("any = yes\nall = yes\nany = no")).request.some_words);
}

TEST_CASE(
    "archives have names or are called by their folders, and an index named elsewhere decides") {
    const ConfigSource source =
        file("index = /mine\narchives = [ mine = ~/news , /mnt/desk/index, /mnt/old/index ]");
    using Archives = std::vector<NamedFolder>;
    CHECK(read({"a"}, source).archives == Archives{{"mine", "/home/anna/news"},
                                                   {"desk", "/mnt/desk/index"},
                                                   {"old", "/mnt/old/index"}});
    CHECK(read({"a"}, file("archives = ~/news")).archives == Archives{{"news", "/home/anna/news"}});
    CHECK(read({"a", "--index=/x/a", "--index", "/y/b"}, source).archives ==
          Archives{{"a", "/x/a"}, {"b", "/y/b"}});
    CHECK(read({"a", "--no-config"}, source).archives.empty());
    ConfigSource from_environment = source;
    from_environment.environment = {{"index", "DATELINE_INDEX"}};
    from_environment.values = {{"index", "/from/environment"}};
    CHECK(read({"a"}, from_environment).archives.empty());
    CHECK(read({"--config-show"}, source).text->find("archives = [ mine") != std::string::npos);
    CHECK(read({"--config-show"}, from_environment).text->find("archives = the index") !=
          std::string::npos);
}

TEST_CASE("~ in the index of the file is the user's home") {
    CHECK(folder_of(read({"a"}, file("index = ~/mine"))) == "/home/anna/mine");
    CHECK(folder_of(read({"a"}, file("index = '~'"))) == "/home/anna");
    ConfigSource homeless = file("index = ~/mine");
    homeless.file.home = "";
    CHECK_THROWS_AS(read({"a"}, homeless), Error);
}

TEST_CASE("the limit of the file is for hits, and does not bring them beside counts") {
    const ConfigSource source = file("limit = 3");
    CHECK(read({"a", "--by=outlet"}, source).request.count_only);
    CHECK_FALSE(read({"a", "--by=outlet", "-n3"}, source).request.count_only);
}

TEST_CASE("the settings are shown with where they come from") {
    ConfigSource source = file("limit = 3\nsort = oldest\nindex = /x");
    source.environment = {{"index", "DATELINE_INDEX"}};
    source.values = {{"index", "/from/environment"}};
    const std::string text = *read({"--config-show", "--sort=newest", "--any"}, source).text;
    for (const std::string_view line :
         {"index = /from/environment         # DATELINE_INDEX in the environment\n",
          "limit = 3                         # /home/anna/.config/dateline/config, line 1\n",
          "sort = newest                     # command line\n",
          "any = yes                         # command line\n",
          "pager = auto                      # default\n"}) {
        CAPTURE(line);
        CHECK(text.find(line) != text.npos);
    }
    CHECK(read({"--config-show", "--no-config"}, source).text->find("limit = 10") !=
          std::string::npos);
}

}  // namespace
}  // namespace dateline
