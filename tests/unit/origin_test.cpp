// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/origin.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace dateline {

TEST_CASE("each origin is told by its own text, and found by it again") {
    std::set<std::string_view> texts;
    for (int i = static_cast<int>(Origin::heading); i <= static_cast<int>(Origin::folder_defaults);
         ++i) {
        const auto origin = static_cast<Origin>(i);
        CAPTURE(text_of(origin));
        CHECK(texts.insert(text_of(origin)).second);
        CHECK(origin_of(text_of(origin)) == origin);
    }
}

TEST_CASE("what stands before or behind an origin's text does not hide it, and others are others") {
    CHECK(origin_of("2026/.dateline.yaml") == Origin::folder_defaults);
    CHECK(origin_of("credit in the text: (Reuters)") == Origin::credit);
    for (const char* text : {"", "created", "path", "file paths", "a source"}) {
        CAPTURE(text);
        CHECK(origin_of(text) == Origin::other);
    }
}

TEST_CASE("a value without an origin is stated") {
    Article article;
    article.derived = {{"title", "first sentence"}, {"date", "created"}};
    CHECK(origin_of(article, "title") == Origin::first_sentence);
    CHECK(origin_of(article, "date") == Origin::other);
    CHECK(origin_of(article, "outlet") == Origin::stated);
}

}  // namespace dateline
