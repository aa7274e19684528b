// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/article_words.h"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "common/stemmer.h"

namespace dateline {
namespace {

TEST_CASE("the short cut around the English stemmer loses no word") {
    static constexpr std::string_view endings[] = {"",     "s",    "es", "ies",  "ied",   "ing",
                                                   "ed",   "edly", "ly", "ness", "ity",   "y",
                                                   "ying", "ment", "'s", "eed",  "ional", "ful"};
    std::mt19937 random(7);
    Stemmer stemmer("en");
    for (int i = 0; i < 20'000; ++i) {
        std::string form;
        for (std::size_t letters = 1 + random() % 5; letters > 0; --letters)
            form += static_cast<char>("aeiouybcdfklnst"[random() % 15]);
        form += endings[random() % std::size(endings)];
        Matcher stem;
        stem.text = stemmer.stem(form);
        WantedWords wanted;
        wanted.add(stem);
        CAPTURE(form);
        REQUIRE(wanted.may_have_english_stem(form));
    }
}

}  // namespace
}  // namespace dateline
