// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/expand.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace dateline;

TEST_CASE("patterns match whole words") {
    struct Match {
        std::string_view pattern;
        std::string_view form;
        bool fits;
    };
    const auto rows = std::to_array<Match>({
        {"*", "", true},
        {"a*", "a", true},
        {"a*c", "abc", true},
        {"a*c", "abcd", false},
        {"?", "ä", true},
        {"??", "ä", false},
        {"*ä?", "xyäz", true},
        {"a**b", "ab", true},
        {"*a*b*", "xxaxxbxx", true},
        {"ab", "abc", false},
        {"abc", "ab", false},
    });
    for (const Match& row : rows) {
        CAPTURE(row.pattern);
        CAPTURE(row.form);
        CHECK(matches_pattern(row.pattern, row.form) == row.fits);
    }
}

TEST_CASE("edits count letters put in, left out, replaced and swapped") {
    struct Pair {
        std::u32string_view a;
        std::u32string_view b;
        std::uint32_t edits;
    };
    const auto rows = std::to_array<Pair>({
        {U"", U"", 0},
        {U"word", U"word", 0},
        {U"word", U"words", 1},
        {U"word", U"ward", 1},
        {U"word", U"wrod", 1},
        {U"word", U"owrd", 1},
        {U"word", U"drow", 3},
        {U"ab", U"abcd", 2},
        {U"abcdef", U"badcef", 2},
    });
    for (const Pair& row : rows) {
        CHECK(edits_between(row.a, row.b, 2) == row.edits);
        CHECK(edits_between(row.b, row.a, 2) == row.edits);
    }
}

TEST_CASE("edits agree with the whole table on random words") {
    const auto table = [](const std::u32string& a, const std::u32string& b) {
        std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                                   std::vector<std::size_t>(b.size() + 1));
        for (std::size_t i = 0; i <= a.size(); ++i) {
            for (std::size_t j = 0; j <= b.size(); ++j) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : 99;
                if (i == 0 || j == 0) continue;
                cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                                       cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
        return cost[a.size()][b.size()];
    };
    std::mt19937 random(20260303);
    const auto word = [&] {
        std::u32string result;
        for (std::size_t i = random() % 8; i > 0; --i) result += U"abc"[random() % 3];
        return result;
    };
    for (int round = 0; round < 5000; ++round) {
        const std::u32string a = word();
        const std::u32string b = word();
        for (std::uint32_t most = 1; most <= 2; ++most)
            CHECK(edits_between(a, b, most) == std::min<std::size_t>(table(a, b), most + 1));
    }
}
