// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/saved_searches.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "common/error.h"

namespace dateline {
namespace {

using Arguments = std::vector<std::string>;

Arguments arguments_of(const std::string& text, const std::string& name) {
    for (const SavedSearch& search : read_searches(text, "searches.toml"))
        if (search.name == name) return search.arguments;
    return {"none"};
}

TEST_CASE("a search is read back as it was saved") {
    struct Row {
        std::vector<TypedOption> options;
        std::string query;
        Arguments arguments;
    };
    const std::vector<Row> rows{
        {{}, "ships", {"--", "ships"}},
        {{{"outlet", "npr"}},
         "strike w/5 (rail OR port)",
         {"--outlet=npr", "--", "strike w/5 (rail OR port)"}},
        {{{"outlet", "npr"}, {"any", ""}, {"outlet", "bbc"}},
         "",
         {"--outlet=npr", "--outlet=bbc", "--any", "--"}},
        {{{"author", "O'Hara"}},
         "\"the port\" 'at' \\ night",
         {"--author=O'Hara", "--", "\"the port\" 'at' \\ night"}},
        {{{"since", "2026-02-01"}, {"limit", "5"}},
         "tab\there\x7f Zürich",
         {"--since=2026-02-01", "--limit=5", "--", "tab\there\x7f Zürich"}},
    };
    std::string all;
    for (const Row& row : rows) {
        CAPTURE(row.query);
        const std::string name = "s" + std::to_string(&row - rows.data());
        all = with_search(all, name, row.options, row.query);
        Arguments read = arguments_of(all, name);
        CHECK(read == row.arguments);
    }
    for (const Row& row : rows)
        CHECK(arguments_of(all, "s" + std::to_string(&row - rows.data())) == row.arguments);
}

TEST_CASE("what a person writes is read: lists, numbers, dates, yes and no") {
    const std::string text =
        "# mine\n[a]\nquery = ['rail', 'OR port']\nsince = 2026-02-01\nlimit = 5\nany = true\n"
        "all = false\noutlet = [\"npr\", 'bbc']\n\n['b c']\nquery = 'x'\n[d]\nquery = {a = 1}\n"
        "[e]\n\"Ärzte\" = 1\n";
    CHECK(arguments_of(text, "a") == Arguments{"--since=2026-02-01", "--limit=5", "--any",
                                               "--outlet=npr", "--outlet=bbc", "--",
                                               "rail OR port"});
    const auto searches = read_searches(text, "");
    REQUIRE(searches.size() == 4);
    CHECK(searches[0].wrong.empty());
    CHECK(searches[0].line == 2);
    CHECK(searches[1].wrong.find("cannot be called 'b c'") != std::string::npos);
    CHECK(searches[2].wrong.find("'query' needs") != std::string::npos);
    CHECK(read_searches("x = 1\n", "")[0].wrong == "it is no table");
    CHECK_THROWS_WITH_AS(read_searches("[a]\nx = \n", "/s.toml"),
                         doctest::Contains("/s.toml, line 2: "), Error);
}

TEST_CASE("a search is taken out alone, and all else stays as it is written") {
    const std::string head = "# My searches\n\n";
    const std::string one = "[one]\nquery = 'x'   # of mine\n";
    const std::string two =
        "\n# about the second\n[two]\nquery = [\n  'y',\n  'z',\n]\nany = true\n";
    const std::string three = "\n['three.3']\noutlet = 'npr'\n# end\n";
    const std::string all = head + one + two + three;
    CHECK(without_search(all, "one") == "# My searches\n" + two + three);
    CHECK(without_search(one + two, "one") == two.substr(1));
    CHECK(without_search(all, "two") == head + one + "\n# about the second\n" + three);
    CHECK(without_search(all, "three.3") == head + one + two + "# end\n");
    CHECK(without_search(all, "four") == all);
    CHECK(read_searches(without_search(all, "two"), "").size() == 2);
}

TEST_CASE("names are words of a shell and names of files") {
    for (const char* name : {"strikes", "a", "2026-02", "Häfen", "x_y.z"}) {
        CAPTURE(name);
        CHECK_NOTHROW(check_search_name(name));
    }
    for (const char* name : {"", ".lock", "-n", "a b", "a/b", "..", "a\nb", "a'b", "*", "~"}) {
        CAPTURE(name);
        CHECK_THROWS_AS(check_search_name(name), Error);
    }
}

TEST_CASE("whatever is typed is read back, and taken out again") {
    std::mt19937 random(7);
    const std::string signs = "ab'\"\\#[]=\t ,.-{}$%";
    for (int round = 0; round < 300; ++round) {
        std::string text = round % 2 == 0 ? "" : "# mine\n[first]\nquery = 'x'\n";
        const std::string before = text;
        std::string query;
        for (std::size_t i = random() % 12; i > 0; --i) query += signs[random() % signs.size()];
        CAPTURE(query);
        text = with_search(text, "n", {{"author", query + "v"}}, query);
        Arguments expected{"--author=" + query + "v", "--"};
        if (!query.empty()) expected.push_back(query);
        CHECK(arguments_of(text, "n") == expected);
        CHECK(without_search(text, "n") == before);
    }
}

}  // namespace
}  // namespace dateline
