// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/quoted_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "searcher/pile/quotations.h"

namespace dateline {
namespace {

std::vector<Segment> segments_of(std::string_view text) {
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    return quoted_segments(text, std::vector<Span>{all});
}

/// Words with blanks, segments with bars.
std::string as_text(const std::vector<Segment>& segments) {
    std::string text;
    for (const Segment& segment : segments) {
        if (!text.empty()) text += " |";
        for (const QuotedWord& word : segment) text += (text.empty() ? "" : " ") + word.form;
    }
    return text;
}

std::string file_text(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("brackets and ellipses are undone") {
    struct Row {
        std::string_view text;
        std::string_view wanted;
    };
    const std::vector<Row> rows{
        {"These threats", "these threats"},
        {"[T]hese threats", "these threats"},
        {"it remain[s] so", "it remains so"},
        {"it [remains] so", "it | so"},
        {"accede to [the Pentagon’s] request.", "accede to | request"},
        {"[He] went", "went"},
        {"We went … and saw", "we went | and saw"},
        {"We went... and saw", "we went | and saw"},
        {"We went . . . and saw", "we went | and saw"},
        {"We went (…) and saw […] it", "we went | and saw | it"},
        {"an [open bracket", "an open bracket"},
        {"don’t “say” well-being", "don't say well being"},
        {"Déjà vu", "deja vu"},
        {"我们在这里", "我 们 在 这 里"},
        {"[…]", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(as_text(segments_of(row.text)) == row.wanted);
    }
}

TEST_CASE("a word's place is that of its letters in the text") {
    const std::string_view text = "so “[T]hese remain[s] é";
    std::vector<std::string> places;
    for (const Segment& segment : segments_of(text))
        for (const QuotedWord& word : segment)
            places.emplace_back(text.substr(word.place.begin, word.place.end - word.place.begin));
    CHECK(places == std::vector<std::string>{"so", "T]hese", "remain[s", "é"});
}

TEST_CASE("the longest run of words that two quotations share does not cross a gap") {
    struct Row {
        std::string_view first;
        std::string_view second;
        std::size_t words;
        std::size_t cut;  // of the first
    };
    const std::vector<Row> rows{
        {"a b c d", "a b c d", 4, 0},
        {"a b c d", "x b c y", 2, 0},
        {"a b … c d", "a b c d", 2, 0},
        {"a b … d", "a b c d", 2, 2},
        {"b c", "a b c d", 2, 2},
        {"a b c d", "b c", 2, 0},
        {"threats do not change our position",
         "Regardless, these threats do not change our position: we cannot", 6, 4},
        {"a b", "c d", 0, 0},
        {"", "c d", 0, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.first);
        CAPTURE(row.second);
        const std::vector<Segment> first = segments_of(row.first);
        const std::vector<Segment> second = segments_of(row.second);
        const SharedRun run = longest_shared_run(first, second);
        CHECK(run.words == row.words);
        CHECK(words_cut(first, second, run) == row.cut);
        CHECK(longest_shared_run(second, first).words == row.words);
        for (std::size_t i = 0; i < run.words; ++i)
            CHECK(first[run.first_segment][run.first_word + i].form ==
                  second[run.second_segment][run.second_word + i].form);
    }
}

TEST_CASE("a quotation in parts is not cut where its next part goes on") {
    const std::string_view text = "“We went,” she said, “and saw.”";
    std::vector<Span> parts;
    for (const Quotation& each : quotations(text)) parts.push_back(each.inside);
    const std::vector<Segment> in_parts = quoted_segments(text, parts);
    const std::vector<Segment> whole = segments_of("We went and saw");
    CHECK(words_cut(in_parts, whole, longest_shared_run(in_parts, whole)) == 0);
}

TEST_CASE("the longer the shared run, the less else is needed for the same quotation") {
    struct Row {
        std::size_t run;
        std::optional<std::int64_t> days;
        std::size_t rare;
        bool same;
        std::size_t shorter = 0;
    };
    const std::vector<Row> rows{
        {12, 9999, 0, true}, {12, {}, 0, true},   {11, 15, 9, false},   {11, {}, 9, false},
        {8, 14, 0, true},    {8, -14, 0, true},   {7, 0, 1, false},     {7, 0, 2, true},
        {6, 14, 2, true},    {6, 15, 2, false},   {6, {}, 2, false},    {5, 0, 5, false},
        {0, 0, 0, false},    {7, 0, 2, true, 14}, {7, 0, 2, false, 15}, {8, 0, 0, true, 400},
    };
    for (const Row& row : rows) {
        CAPTURE(row.run);
        CAPTURE(row.rare);
        CHECK(same_quotation(row.run, row.days, row.rare, row.shorter) == row.same);
    }
}

TEST_CASE("a word is rare that 14 of 100 articles have, or 20 of few") {
    CHECK(is_rare_word(20, 30));
    CHECK_FALSE(is_rare_word(21, 30));
    CHECK(is_rare_word(1120, 8000));
    CHECK_FALSE(is_rare_word(1121, 8000));
    CHECK(is_rare_word(0, 0));
}

TEST_CASE("the articles of corpus/ share one quotation in four forms") {
    std::vector<std::vector<std::vector<Segment>>> articles;
    std::map<std::string, std::set<std::size_t>, std::less<>> having;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(DATELINE_SOURCE "/corpus"))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    REQUIRE(files.size() == 5);
    std::size_t all = 0;
    for (const auto& file : files) {
        const std::string text = file_text(file);
        auto& article = articles.emplace_back();
        for (const Quotation& each : quotations(text)) {
            article.push_back(quoted_segments(text, std::vector<Span>{each.inside}));
            for (const Segment& segment : article.back())
                for (const QuotedWord& word : segment) having[word.form].insert(all);
            ++all;
        }
    }
    const auto is_rare = [&](std::string_view form) {
        const auto found = having.find(form);
        return is_rare_word(found == having.end() ? 0 : found->second.size(), all);
    };
    for (std::size_t a = 0; a < 5; ++a)
        for (std::size_t b = a + 1; b < 5; ++b) {
            CAPTURE(files[a]);
            CAPTURE(files[b]);
            bool connected = false;
            for (const auto& first : articles[a])
                for (const auto& second : articles[b]) {
                    const SharedRun run = longest_shared_run(first, second);
                    const std::size_t shorter = std::min(count_words(first), count_words(second));
                    const std::size_t rare = rare_words(first, run, is_rare);
                    if (!same_quotation(run.words, 1, rare, shorter)) continue;
                    bool position = false;
                    for (std::size_t i = 0; i < run.words; ++i)
                        position |= first[run.first_segment][run.first_word + i].form == "position";
                    connected |= position;
                }
            CHECK(connected);
        }
}

TEST_CASE(
    "a quotation is looked for by the rows of five words that are rarest, of which every second") {
    const auto frequency = [](std::string_view form) -> std::uint64_t {
        return form.size() > 4 ? 1 : 1000;
    };
    using Windows = std::vector<std::vector<std::string>>;
    struct Row {
        std::string_view text;
        Windows wanted;
    };
    const std::vector<Row> rows{
        {"a bit of the threats do not change our position as it is",
         {{"the", "threats", "do", "not", "change"},
          {"do", "not", "change", "our", "position"},
          {"change", "our", "position", "as", "it"},
          {"bit", "of", "the", "threats", "do"}}},
        {"threats do not change our position now",
         {{"threats", "do", "not", "change", "our"}, {"not", "change", "our", "position", "now"}}},
        {"these threats … do not change", {{"do", "not", "change"}}},
        {"they … were", {}},
        {"", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(search_windows(segments_of(row.text), frequency) == row.wanted);
    }
    std::string long_one;
    for (int i = 0; i < 40; ++i) long_one += "word" + std::to_string(i) + " ";
    CHECK(search_windows(segments_of(long_one), frequency).size() == 8);
    CHECK(search_windows(segments_of(long_one), frequency, 1).size() == 1);
    const auto common = [](std::string_view) -> std::uint64_t { return 201; };
    CHECK(search_windows(segments_of(long_one), common).size() == 3);
    CHECK(search_windows(segments_of("it is as it was in the end"), common).size() == 2);
}

}  // namespace dateline
