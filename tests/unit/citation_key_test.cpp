// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/citation_key.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/ascii.h"

namespace dateline {
namespace {

Article article(std::vector<std::string> authors, std::string title, std::string_view day) {
    Article made;
    made.authors = std::move(authors);
    made.title = std::move(title);
    made.outlet = "The Verge";
    made.language = "en";
    made.id = "0k3x9abcdefgh";
    made.published = parse_iso_date(day);
    return made;
}

TEST_CASE("a key is author, year and word, and a tail that depends on the article alone") {
    struct Row {
        Article article;
        std::string begin;
    };
    const Row rows[] = {
        {article({"Hayden Field", "Ann Lee"}, "Anthropic refuses", "2026-02-26"),
         "field2026anthropic-"},
        {article({}, "What the Pentagon said", "2026"), "theverge2026pentagon-"},
        {article({"Mar\u00EDa van der Berg"}, "\u00C9lys\u00E9e: oui", "2026-02"),
         "vanderberg2026elysee-"},
        {article({"\u738B\u5C0F\u660E"}, "\u4E2D\u56FD", "2026-02-01"), "theverge2026-"},
        {article({"A. P. News"}, "It is", ""), "apnews"},
    };
    for (const Row& row : rows) {
        const std::string key = citation_key(row.article);
        CAPTURE(key);
        CHECK(key.starts_with(row.begin));
        Article moved = row.article;
        moved.id = "1111111111111";
        moved.path = "elsewhere.md";
        moved.root = 7;
        CHECK(citation_key(moved) == key);
        moved.title += " more";
        CHECK(citation_key(moved) != key);
    }
    Article nobody = article({}, "", "");
    nobody.outlet = "";
    CHECK(citation_key(nobody).starts_with("anonnd-"));
}

TEST_CASE("a key has nothing that BibTeX or RIS would read, whatever the article says") {
    Article hostile = article({"}, @evil{x\n\x1b"}, "a} b{\\ \"%#,~=\n", "2026-02-26");
    const std::string key = citation_key(hostile);
    CHECK(std::ranges::all_of(
        key, [](char c) { return ascii::is_letter(c) || ascii::is_digit(c) || c == '-'; }));
}

TEST_CASE("no key comes twice in a list") {
    CitationKeys keys;
    const Article one = article({"Hayden Field"}, "Anthropic refuses", "2026-02-26");
    Article copy = one;
    copy.id = "1111111111111";
    CHECK(keys.next(one) == citation_key(one));
    CHECK(keys.next(copy) == citation_key(one) + "1111111111111");
}

}  // namespace
}  // namespace dateline
