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

Hit hit_of(const Article& article) {
    Hit hit;
    hit.article = article;
    return hit;
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
        const std::string key = citation_key(hit_of(row.article));
        CAPTURE(key);
        CHECK(key.starts_with(row.begin));
        Article moved = row.article;
        moved.id = "1111111111111";
        moved.path = "elsewhere.md";
        moved.root = 7;
        CHECK(citation_key(hit_of(moved)) == key);
        moved.title += " more";
        CHECK(citation_key(hit_of(moved)) != key);
    }
    Article nobody = article({}, "", "");
    nobody.outlet = "";
    CHECK(citation_key(hit_of(nobody)).starts_with("anonnd-"));
}

TEST_CASE("a key has nothing that BibTeX or RIS would read, whatever the article says") {
    Article hostile = article({"}, @evil{x\n\x1b"}, "a} b{\\ \"%#,~=\n", "2026-02-26");
    const std::string key = citation_key(hit_of(hostile));
    CHECK(std::ranges::all_of(
        key, [](char c) { return ascii::is_letter(c) || ascii::is_digit(c) || c == '-'; }));
}

TEST_CASE("no key comes twice in a list, and none depends on the order") {
    Hit one = hit_of(article({"Hayden Field"}, "Anthropic refuses", "2026-02-26"));
    one.article.id = "0000000000000";
    Hit copy = one;
    copy.article.id = "1111111111111";
    Hit other = one;  // another message of the same subject and day
    other.text_hash = 7;
    const std::string key = citation_key(one);
    CHECK(citation_keys({one, copy, other}) ==
          std::vector{key + one.article.id, key + copy.article.id, citation_key(other)});
    CHECK(citation_keys({copy, one}) == std::vector{key + copy.article.id, key + one.article.id});
    CHECK(citation_key(other) != key);
    one.article.url = other.article.url = "https://example.org/1";  // the article, read again
    CHECK(citation_key(one) == citation_key(other));
    CHECK(citation_keys({one}).front() != key);
}

}  // namespace
}  // namespace dateline
