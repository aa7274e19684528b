// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/word_diff.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

namespace dateline {
namespace {

using Words = std::vector<std::uint32_t>;

std::uint32_t below(std::mt19937& random, std::uint32_t end) {
    return static_cast<std::uint32_t>(random() % end);
}

/// A word a letter.
Words words_of(std::string_view text) {
    return {text.begin(), text.end()};
}

/// The common runs in their places, what is between them in brackets: "ab[-c-][+d+]".
std::string shown(std::string_view first, std::string_view second) {
    std::string text;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto tell = [&](std::size_t i_end, std::size_t j_end) {
        if (i < i_end) text.append("[-").append(first.substr(i, i_end - i)).append("-]");
        if (j < j_end) text.append("[+").append(second.substr(j, j_end - j)).append("+]");
    };
    for (const CommonRun run : common_runs(words_of(first), words_of(second))) {
        tell(run.first, run.second);
        text += first.substr(run.first, run.length);
        i = run.first + run.length;
        j = run.second + run.length;
    }
    tell(first.size(), second.size());
    return text;
}

std::uint32_t length_of(const std::vector<CommonRun>& runs) {
    std::uint32_t length = 0;
    for (const CommonRun run : runs) length += run.length;
    return length;
}

/// The plain way, in quadratic time and memory.
std::uint32_t longest_common(const Words& first, const Words& second) {
    std::vector<std::uint32_t> row(second.size() + 1);
    for (const std::uint32_t word : first) {
        std::uint32_t diagonal = 0;
        for (std::size_t j = 0; j < second.size(); ++j) {
            const std::uint32_t above = row[j + 1];
            row[j + 1] = word == second[j] ? diagonal + 1 : std::max(row[j], above);
            diagonal = above;
        }
    }
    return row.back();
}

void check_runs(const Words& first, const Words& second, const std::vector<CommonRun>& runs) {
    std::uint32_t i = 0;
    std::uint32_t j = 0;
    for (const CommonRun& run : runs) {
        REQUIRE(run.length > 0);
        REQUIRE(run.first >= i);
        REQUIRE(run.second >= j);
        CHECK((&run == &runs.front() || run.first > i || run.second > j));
        i = run.first + run.length;
        j = run.second + run.length;
        REQUIRE(i <= first.size());
        REQUIRE(j <= second.size());
        CHECK(
            std::equal(first.begin() + run.first, first.begin() + i, second.begin() + run.second));
    }
}

TEST_CASE("the common runs are what a person would call kept") {
    struct Row {
        const char* first;
        const char* second;
        const char* shown;
    };
    const Row rows[] = {
        {"", "", ""},
        {"abc", "", "[-abc-]"},
        {"", "abc", "[+abc+]"},
        {"abc", "abc", "abc"},
        {"abc", "xyz", "[-abc-][+xyz+]"},
        {"abcdef", "abXdef", "ab[-c-][+X+]def"},
        {"abcdef", "abcXdef", "abc[+X+]def"},
        {"abcdef", "cdef", "[-ab-]cdef"},
        {"one two three", "one three", "one t[-wo t-]hree"},
        // The long shared run, not the letters that are nearer.
        {"x.y.z.quick brown", "quick brown x.y.z", "[-x.y.z.-]quick brown[+ x.y.z+]"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.first);
        CAPTURE(row.second);
        CHECK(shown(row.first, row.second) == row.shown);
    }
}

TEST_CASE("what has no shared run of five words is compared by a shortest script") {
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        Words first(below(random, 24));
        Words second(below(random, 24));
        const std::uint32_t kinds = 2 + below(random, 12);
        for (std::uint32_t& word : first) word = below(random, kinds);
        for (std::uint32_t& word : second) word = below(random, kinds);
        const std::vector<CommonRun> runs = common_runs(first, second);
        check_runs(first, second, runs);
        if (kinds > 8) CHECK(length_of(runs) == longest_common(first, second));
        CHECK(common_runs(first, first) ==
              (first.empty()
                   ? std::vector<CommonRun>{}
                   : std::vector<CommonRun>{{0, 0, static_cast<std::uint32_t>(first.size())}}));
    }
}

TEST_CASE("edits here and there leave the rest in common") {
    std::mt19937 random(5);
    Words first(3000);
    for (std::uint32_t& word : first) word = below(random, 400);
    Words second;
    std::uint32_t replaced = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const bool replace = below(random, 20) == 0;
        replaced += replace ? 1 : 0;
        second.push_back(replace ? 1000 + below(random, 400) : first[i]);
    }
    const std::vector<CommonRun> runs = common_runs(first, second);
    check_runs(first, second, runs);
    CHECK(length_of(runs) == first.size() - replaced);
}

/// A hundred thousand words, so that a quadratic cost would show: ten thousand million steps.
TEST_CASE("no two texts take more steps than their words allow") {
    constexpr std::size_t size = 100'000;
    std::mt19937 random(3);
    const auto made = [&](auto word_at) {
        Words words(size);
        for (std::size_t i = 0; i < size; ++i) words[i] = static_cast<std::uint32_t>(word_at(i));
        return words;
    };
    struct Row {
        const char* name;
        Words first;
        Words second;
    };
    const Row rows[] = {
        {"two words in other orders", made([&](std::size_t) { return below(random, 2); }),
         made([&](std::size_t) { return below(random, 2); })},
        {"few words", made([&](std::size_t) { return below(random, 30); }),
         made([&](std::size_t) { return below(random, 30); })},
        {"nothing in common", made([](std::size_t i) { return i; }),
         made([](std::size_t i) { return size + i; })},
        {"backwards", made([](std::size_t i) { return i; }),
         made([](std::size_t i) { return size - i; })},
        {"one word", made([](std::size_t) { return 1; }),
         made([](std::size_t i) { return i % 7 == 0 ? 2 : 1; })},
        {"periods of seven and of eight", made([](std::size_t i) { return i % 7; }),
         made([](std::size_t i) { return i % 8; })},
        {"every fourth word replaced", made([](std::size_t i) { return i; }),
         made([](std::size_t i) { return i % 4 == 0 ? size + i : i; })},
        {"the halves exchanged", made([](std::size_t i) { return i; }),
         made([](std::size_t i) { return (i + size / 2) % size; })},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        std::uint64_t steps = 0;
        const std::vector<CommonRun> runs = common_runs(row.first, row.second, &steps);
        CHECK(steps <= most_diff_steps(2 * size));
        check_runs(row.first, row.second, runs);
    }
}

}  // namespace
}  // namespace dateline
