// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/filters.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/unit/word_list.h"

namespace dateline {

TEST_CASE("a filter asks for words of a name, or its whole value") {
    struct Row {
        FieldFilter typed;
        std::vector<std::string_view> values;
    };
    const std::vector<Row> rows{
        {{"outlet", {"Fox*", "NPR"}}, {"(any outlet:fox outlet:foxnews)", "outlet:npr"}},
        {{"outlet", {"Fox  News"}}, {"(any (phrase outlet:fox outlet:news) outlet:foxnews)"}},
        {{"outlet", {"npr.org"}}, {"(any (phrase outlet:npr outlet:org) host=npr.org)"}},
        {{"outlet", {"=Fox News"}}, {"outlet=fox news"}},
        {{"outlet", {"=fox *"}}, {"(any outlet=fox news outlet=fox sports)"}},
        {{"outlet", {"z*"}}, {"(nothing)"}},
        {{"outlet", {"&"}}, {"outlet=&"}},
        {{"author", {"ann*"}}, {"(any author:anna author:annette)"}},
        {{"author", {"Ann* Lee"}},
         {"(any (phrase author:anna author:lee) (phrase author:annette author:lee))"}},
        {{"author", {"Lee ann*"}},
         {"(any (phrase author:lee author:anna) (phrase author:lee author:annette))"}},
        {{"language", {"en"}}, {"language=en"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed.values.front());
        std::vector<std::string> notes;
        const ReadFilter filter = read_filter(row.typed, few_words, notes);
        REQUIRE(filter.values.size() == row.values.size());
        for (std::size_t i = 0; i < row.values.size(); ++i)
            CHECK(to_string(filter.values[i]) == row.values[i]);
    }
    std::vector<std::string> notes;
    CHECK_THROWS_AS(read_filter({"author", {"a* a*"}}, few_words, notes), Error);
}

TEST_CASE("a filter keeps what was typed, and its notes come behind those that are there") {
    const FieldFilter typed{"section", {"us*", "z*", "=World"}};
    std::vector<std::string> notes{"before"};
    const ReadFilter filter = read_filter(typed, small_list, notes);
    CHECK(filter.typed == typed);
    REQUIRE(filter.values.size() == 3);
    CHECK(to_string(filter.values[1]) == "(nothing)");
    CHECK(filter.values[2].text == "world");
    REQUIRE(notes.size() == 2);
    CHECK(notes[0] == "before");
    CHECK(notes[1].find("'z*'") != std::string::npos);
}

TEST_CASE("each value of a filter has the limits of one query") {
    FieldFilter typed{"outlet", {}};
    for (int i = 0; i < 40; ++i) typed.values.push_back("n" + std::to_string(i) + "*");
    std::vector<std::string> notes;
    CHECK(read_filter(typed, few_words, notes).values.size() == 40);
}

}  // namespace dateline
