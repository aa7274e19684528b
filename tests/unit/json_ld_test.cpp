// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/json_ld.h"

#include <doctest/doctest.h>

namespace dateline {

namespace {

std::string value(const JsonLdArticle& article, std::string_view key) {
    std::string all;
    for (const auto* fields : {&article.fields, &article.page_fields}) {
        for (const RawField& field : *fields) {
            if (field.key != key) continue;
            for (const std::string& one : field.values) all += all.empty() ? one : "|" + one;
        }
    }
    return all;
}

}  // namespace

TEST_CASE("an author who is given as an @id is looked up, in all blocks") {
    const JsonLdArticle article = json_ld_article(
        {{R"({"@graph": [{"@type": "WebPage", "@id": "#page", "datePublished": "2026-02-27", "author": {"@id": "#x"}},
             {"@type": "NewsArticle", "headline": "Storm", "author": {"@id": "#ann"}, "isPartOf": {"@id": "#page"}}]})",
          3},
         {R"([{"@type": "Person", "@id": "#ann", "name": "Ann Lee"}])", 9}},
        {});
    CHECK(value(article, "author") == "Ann Lee");
    CHECK(value(article, "headline") == "Storm");
    CHECK(value(article, "datepublished") == "2026-02-27");
    CHECK(article.fields.front().line == 3);
}

TEST_CASE("the first article of all blocks is taken, of any of its types") {
    struct Row {
        const char* json;
        const char* headline;
    };
    const Row rows[] = {
        {R"({"@type": "Organization", "name": "Example"})", ""},
        {R"({"@type": ["Thing", "BlogPosting"], "headline": "One"})", "One"},
        {R"({"@type": "Recipe", "headline": "Two"})", "Two"},
        {R"({"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "Three"}})",
         "Three"},
        {R"({"@type": "WebPage", "headline": "Four"})", "Four"},
        {R"({"@type": "ItemList"} rubbish)", ""},
        {R"({"@type": "NewsArticle", "headline": {"@id": "#loop"}, "@id": "#loop"})", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json);
        CHECK(value(json_ld_article({{"not JSON", 1}, {row.json, 2}}, {}), "headline") ==
              row.headline);
    }
}

TEST_CASE("of several articles the one that has the page's address or title is taken") {
    const std::vector<JsonLdBlock> blocks = {
        {R"({"@type": "NewsArticle", "headline": "Other", "url": "https://a.example/other"})", 1},
        {R"({"@type": "NewsArticle", "headline": "Own", "mainEntityOfPage": {"@id": "http://a.example/own/"}})",
         2}};
    CHECK(value(json_ld_article(blocks, {}), "headline") == "Other");
    CHECK(value(json_ld_article(blocks, {"https://a.example/own", {}}), "headline") == "Own");
    CHECK(value(json_ld_article(blocks, {"", {"Own | Example"}}), "headline") == "Own");
    CHECK(value(json_ld_article(blocks, {"https://a.example/else", {"Else"}}), "headline") == "");
}

TEST_CASE("markup within an article's body is no text") {
    CHECK(json_ld_article(
              {{R"({"@type": "NewsArticle", "articleBody": "<p>One &amp; two.</p><p>Three.</p>"})",
                1}},
              {})
              .body == "One & two.\n\nThree.");
    CHECK(json_ld_article({{R"({"@type": "NewsArticle", "articleBody": "One &amp; two."})", 1}}, {})
              .body == "One & two.");
}

}  // namespace dateline
