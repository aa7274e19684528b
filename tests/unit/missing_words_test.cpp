// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/missing_words.h"

#include <doctest/doctest.h>

#include "tests/unit/word_list.h"

namespace dateline {
namespace {

const WordList known({{"", {"kavanaugh", 60}},
                      {"", {"kavanagh", 3}},
                      {"", {"cavanaugh", 59}},
                      {"", {"cavanagh", 1}},
                      {"", {"strike", 900}},
                      {"", {"stroke", 40}}});

}  // namespace

TEST_CASE("words that no article has are told with those spelt nearly so") {
    const auto missing = missing_words({{"kavanaogh", 0}, {"strike", 900}}, known);
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].word == "kavanaogh");
    CHECK(missing[0].articles == 0);
    CHECK(missing[0].similar.front() == SimilarWord{"kavanaugh", 60});
}

TEST_CASE(
    "a word of up to three articles is rare if one spelt nearly so has twenty times as many") {
    const auto rare = rare_words({{"kavanagh", 3}, {"strike", 900}}, known);
    REQUIRE(rare.size() == 1);
    CHECK(rare[0].similar == std::vector<SimilarWord>{{"kavanaugh", 60}});
    CHECK(to_string(rare[0]) ==
          "only 3 articles have 'kavanagh'; perhaps 'kavanaugh' (60 articles)");
    CHECK(to_string(MissingWord{"cocao", "", {{"cocoa", 20}}, 1}) ==
          "only 1 article has 'cocao'; perhaps 'cocoa' (20 articles)");
    CHECK(rare_words({{"stroke", 40}}, known).empty());
    CHECK(rare_words({{"kavanagh", 4}}, known).empty());
    CHECK(rare_words({{"kavanaogh", 0}}, known).empty());
    const WordList fewer({{"", {"kavanaugh", 59}}, {"", {"kavanagh", 3}}});
    CHECK(rare_words({{"kavanagh", 3}}, fewer).empty());
}

}  // namespace dateline
