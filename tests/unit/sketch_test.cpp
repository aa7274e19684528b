// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/sketch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "common/analysis.h"

namespace dateline {
namespace {

/// As the header says it, place by place.
std::vector<std::uint32_t> places_by_definition(const std::vector<Shingle>& shingles) {
    std::vector<std::uint32_t> places;
    for (std::size_t place = 0; place < shingles.size(); ++place) {
        const std::size_t distance = std::max<std::size_t>(6, place * 15 / 100);
        bool least = true;
        for (std::size_t i = place - std::min(place, distance);
             i <= std::min(place + distance, shingles.size() - 1); ++i)
            least = least && (i < place    ? shingles[i] > shingles[place]
                              : i == place ? true
                                           : shingles[i] >= shingles[place]);
        if (least) places.push_back(static_cast<std::uint32_t>(place));
    }
    return places;
}

std::string numbered_words(std::size_t first, std::size_t end) {
    std::string text;
    for (std::size_t i = first; i < end; ++i)
        text += "w" + std::to_string(i * 7919 % 100'003) + " ";
    return text;
}

std::vector<Shingle> shingles_in(std::string_view text) {
    Tokenizer tokenizer;
    std::vector<std::uint64_t> words;
    for (const Token& token : tokenizer.tokens(text))
        if (token.kind == TokenKind::word || token.kind == TokenKind::character)
            words.push_back(std::hash<std::string_view>()(token.form));
    std::vector<Shingle> shingles;
    shingles_of(words, shingles);
    return shingles;
}

std::set<std::string> terms_of(std::string_view text) {
    const std::vector<Shingle> shingles = shingles_in(text);
    std::set<std::string> terms;
    for (const std::uint32_t place : sketch_places(shingles))
        terms.insert(sketch_term(shingles[place]));
    return terms;
}

}  // namespace

TEST_CASE("a sketch has the shingles that are the least within their distance") {
    std::mt19937 random(7);
    for (const std::size_t size : {0, 1, 2, 8, 9, 10, 17, 18, 19, 60, 100, 977, 5000})
        for (const std::uint32_t values : {1U, 3U, 50U, 0xffffffffU}) {
            CAPTURE(size);
            CAPTURE(values);
            std::uniform_int_distribution<Shingle> any(0, values);
            std::vector<Shingle> shingles(size);
            std::ranges::generate(shingles, [&] { return any(random); });
            CHECK(sketch_places(shingles) == places_by_definition(shingles));
            CHECK(sketch_places(shingles).empty() == shingles.empty());
        }
}

TEST_CASE("a sketch grows with the logarithm of the length") {
    std::mt19937 random(8);
    for (const auto& [size, least, most] : std::vector<std::tuple<std::size_t, double, double>>{
             {100, 4, 9}, {1000, 9, 19}, {4000, 14, 26}, {100'000, 24, 42}}) {
        CAPTURE(size);
        std::size_t sum = 0;
        std::vector<Shingle> shingles(size);
        for (int i = 0; i < 20; ++i) {
            std::ranges::generate(shingles, std::ref(random));
            sum += sketch_places(shingles).size();
        }
        CHECK(static_cast<double>(sum) / 20 >= least);
        CHECK(static_cast<double>(sum) / 20 <= most);
    }
}

TEST_CASE("shingles are of five words, whatever their case, marks and accents") {
    CHECK(shingles_in("one two three four").empty());
    CHECK(shingles_in("one two three four five").size() == 1);
    CHECK(shingles_in("One, two; THREE\nfour fíve!") == shingles_in("one two three four five"));
    CHECK(shingles_in("one two three four six") != shingles_in("one two three four five"));
    const auto longer = shingles_in("zero one two three four five six");
    CHECK(longer.size() == 3);
    CHECK(longer[1] == shingles_in("one two three four five")[0]);
    CHECK(shingles_in("习近平主席访问").size() == 3);  // of five of seven characters
}

TEST_CASE("what is cut of a text, or has something before it, shares terms of its sketch") {
    const std::string whole = numbered_words(0, 900);
    for (const auto& [name, copy] : std::vector<std::pair<std::string, std::string>>{
             {"beginning", numbered_words(0, 300)},
             {"end", numbered_words(450, 900)},
             {"caption before", numbered_words(5000, 5030) + numbered_words(0, 300)},
             {"within another", numbered_words(7000, 7600) + whole}}) {
        CAPTURE(name);
        const std::set<std::string> own = terms_of(whole);
        std::size_t shared = 0;
        for (const std::string& term : terms_of(copy)) shared += own.contains(term);
        CHECK(shared > 0);
    }
}

TEST_CASE("terms of sketches are of six bytes, and well spread") {
    std::set<std::string> terms;
    for (Shingle shingle = 0; shingle < 65536; ++shingle) {
        const std::string term = sketch_term(shingle);
        REQUIRE(term.size() == 6);
        terms.insert(term);
    }
    CHECK(terms.size() > 40'000);  // 41,427 of as many random numbers
    CHECK(terms.size() < 43'000);
}

}  // namespace dateline
