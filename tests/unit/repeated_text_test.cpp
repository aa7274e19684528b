// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/repeated_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

const std::string furniture = "Sign up here for the daily letter of our politics desk.";

std::string own_text(int number) {
    return "Article number " + std::to_string(number) +
           " tells of something that is only its own " + std::to_string(number * 7) + ".";
}

}  // namespace

TEST_CASE("the same words in one outlet are told with the first that has them") {
    RepeatedText texts;
    CHECK_FALSE(texts.note("The Post", "One text, as it was.", "a.md"));
    CHECK(texts.note("THE POST", "One text - as it WAS", "b.md") == "a.md");
    CHECK_FALSE(texts.note("The Times", "One text, as it was.", "c.md"));
    CHECK_FALSE(texts.note("The Post", "One text, as it is.", "d.md"));
    CHECK_FALSE(texts.note("The Post", " ... ", "e.md"));
    CHECK_FALSE(texts.note("The Post", "", "f.md"));
}

TEST_CASE("an article is furniture if much of it stands in three articles of its outlet") {
    struct Row {
        std::string name;
        int articles;
        std::string outlet;
        std::string body;
        bool wanted;
    };
    const std::vector<Row> rows{
        {"half of it", 3, "Post", own_text(1) + "\n\n" + furniture, true},
        {"two articles alone", 2, "Post", own_text(1) + "\n\n" + furniture, false},
        {"another outlet", 3, "Times", own_text(1) + "\n\n" + furniture, false},
        {"little of it", 3, "Post",
         own_text(1) + " " + own_text(2) + " " + own_text(3) + "\n\n" + furniture, false},
        {"nothing", 3, "Post", "", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        RepeatedText texts;
        for (int i = 1; i <= row.articles; ++i)
            texts.note("Post", own_text(i) + "\n\n" + furniture + "\n\n" + furniture,
                       std::to_string(i));
        CHECK(texts.is_furniture(row.outlet, row.body) == row.wanted);
    }
}

TEST_CASE("a paragraph that one article repeats is no furniture") {
    RepeatedText texts;
    texts.note("Post", furniture + "\n\n" + furniture + "\n\n" + furniture, "a.md");
    CHECK_FALSE(texts.is_furniture("Post", furniture));
}

}  // namespace dateline
