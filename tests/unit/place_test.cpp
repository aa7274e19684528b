// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/place.h"

#include <doctest/doctest.h>

#include "common/article.h"
#include "common/stored_article.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

TEST_CASE("a place is told by what its file has") {
    struct Row {
        PlaceUnit unit;
        std::uint32_t number;
        const char* item;
        const char* text;
    };
    const Row rows[] = {
        {PlaceUnit::line, 0, "", "f"},
        {PlaceUnit::line, 12, "", "f:12"},
        {PlaceUnit::page, 3, "", "f, page 3"},
        {PlaceUnit::page, 0, "", "f"},
        {PlaceUnit::paragraph, 4, "", "f, paragraph 4"},
        {PlaceUnit::item, 12, "", "f, article 12"},
        {PlaceUnit::item, 12, "https://e.org/", "f#https://e.org/"},
        {PlaceUnit::paragraph, 4, "one", "f#one, paragraph 4"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(place_text("f", row.unit, row.number, row.item) == row.text);
    }
}

TEST_CASE("an article keeps what its numbers count, and the name that its file gives it") {
    Article article;
    article.id = "x";
    for (const PlaceUnit unit :
         {PlaceUnit::line, PlaceUnit::page, PlaceUnit::paragraph, PlaceUnit::item}) {
        article.unit = unit;
        article.item = unit == PlaceUnit::item ? "https://e.org/" : "";
        const Article back = decode_display(encode_display(article));
        CHECK(back.unit == unit);
        CHECK(back.item == article.item);
    }
}

TEST_CASE("paragraphs and pages are told as the reader numbered them, whatever is left out") {
    RawArticle raw;
    TextBuilder builder;
    for (const std::uint32_t number : {1U, 3U, 5U, 5U, 6U, 9U}) {
        builder.add("Text.", number);
        builder.end_paragraph();
    }
    builder.move_into(raw);
    Article article;
    article.body = raw.text;
    article.lines = raw.lines;
    article.unit = PlaceUnit::paragraph;
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t at = 0; at < article.body.size(); at += 7)
        numbers.push_back(line_of(article, at));
    CHECK(numbers == std::vector<std::uint32_t>{1, 3, 5, 5, 6, 9});
}

}  // namespace dateline
