// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>

#include "indexer/readers/readers.h"

namespace dateline {

namespace {

std::string value(const RawArticle& article, std::string_view key) {
    std::string all;
    for (const RawField& field : article.fields) {
        if (field.key != key) continue;
        for (const std::string& one : field.values) all += all.empty() ? one : "|" + one;
    }
    return all;
}

constexpr const char* page = R"(<!DOCTYPE html>
<html lang="en-GB">
<head><title>Dam fails | The Daily Example</title>
<meta charset="utf-8"><link rel="canonical" href="https://example.org/dam">
<meta property="og:title" content="Dam &amp; bridge fail">
<meta property="og:site_name" content="The Daily Example">
<meta name="viewport" content="width=device-width">
<meta property="article:author" content="https://facebook.com/ann">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},
 {"@type": ["NewsArticle"], "headline": "Dam &amp; bridge fail", "author": [{"@type": "Person", "name": "Ann Lee"},
  {"name": "Bob Roe"}], "datePublished": "2026-02-26T23:22:44Z", "publisher": {"name": "Daily Example"}}]}</script>
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<header class="site-header"><p>Your trusted source of news since the year 1901, every day.</p></header>
<article class="post">
<h1>Dam &amp; bridge fail</h1>
<p>The dam at Example broke on Thursday, officials said,
and the bridge with it.</p>
<figure><img src="x.jpg" alt="Water"><figcaption>Water. Photo: Agency/Pool</figcaption></figure>
<div class="social-share">Share on Example</div>
<p>Nobody was hurt, <a href="/x">the mayor</a> said in a long statement.<br><br>More soon.</p>
<table><tr><td>Height</td><td>12 m</td></tr></table>
<ul><li><a href="/1">Another story about something</a></li><li><a href="/2">And one more</a></li></ul>
<script>var tracking = "text";</script>
</article>
<aside><p>Most read: a very long line of text that is about another matter altogether.</p></aside>
<footer><p>Copyright Example. All rights reserved, and so on and so forth for ever.</p></footer>
</body></html>
)";

}  // namespace

TEST_CASE("a saved page gives what it says of itself") {
    const RawArticle article = read_web_page(page).articles.at(0);
    CHECK(value(article, "headline") == "Dam & bridge fail");
    CHECK(value(article, "author") == "Ann Lee|Bob Roe");
    CHECK(value(article, "datepublished") == "2026-02-26T23:22:44Z");
    CHECK(value(article, "publisher") == "Daily Example");
    CHECK(value(article, "og:site_name") == "The Daily Example");
    CHECK(value(article, "canonical") == "https://example.org/dam");
    CHECK(value(article, "lang") == "en-GB");
    CHECK(value(article, "title").empty());
    CHECK(value(article, "article:author").empty());
    CHECK(value(article, "viewport").empty());
}

TEST_CASE("a saved page gives its article's text and nothing around it") {
    const RawArticle article = read_web_page(page).articles.at(0);
    CHECK(article.text ==
          "The dam at Example broke on Thursday, officials said,\nand the bridge with it.\n\n"
          "Nobody was hurt, the mayor said in a long statement.\n\nMore soon.\n\n"
          "Height  12 m");
    CHECK(article.headings == std::vector<std::string>{"Dam & bridge fail"});
    const auto line = [&](std::string_view words) {
        const auto offset = static_cast<std::uint32_t>(article.text.find(words));
        std::uint32_t found = 0;
        std::uint32_t from = 0;
        for (const LineMark& mark : article.lines) {
            if (mark.offset > offset) break;
            found = mark.line;
            from = mark.offset;
        }
        return found + static_cast<std::uint32_t>(std::count(article.text.begin() + from,
                                                             article.text.begin() + offset, '\n'));
    };
    CHECK(line("The dam") == 18);
    CHECK(line("and the bridge") == 19);
    CHECK(line("Nobody") == 22);
    CHECK(line("Height") == 23);
}

TEST_CASE("an article is found in pages that do not mark it") {
    struct Row {
        const char* html;
        const char* text;
    };
    const Row rows[] = {
        {"<html><body><div id=menu><a href=/>Home</a> <a href=/b>Blog</a></div><div "
         "class=main><div class=text>"
         "<p>The first paragraph of the story has many words, and commas, to be one.</p>"
         "<p>So has the second paragraph, which goes on about the same thing at "
         "length.</p></div></div>"
         "<div class=other><p>A short note here, of some words.</p></div></body></html>",
         "The first paragraph of the story has many words, and commas, to be one.\n\n"
         "So has the second paragraph, which goes on about the same thing at length."},
        {"<html><body><p>One only.</p></body></html>", "One only."},
        {"<p>Fragment <b>without</b> a page", "Fragment without a page"},
        {"<html><body>Bare text<br>in lines</body></html>", "Bare text\nin lines"},
        {"<html><head><script "
         "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":"
         "\"One &amp; two.\\n\\nThree, which is all that the page "
         "has.\"}</script></head><body><div id=app></div>",
         "One & two.\n\nThree, which is all that the page has."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        CHECK(read_web_page(row.html).articles.at(0).text == row.text);
    }
}

TEST_CASE("the page's title serves where nothing better is stated") {
    const RawArticle article = read_web_page(
                                   "<html><title>A\n title </title><body><p "
                                   "itemprop=author>Ann</p><time datetime=2026-02-26>x")
                                   .articles.at(0);
    CHECK(value(article, "title") == "A title");
    CHECK(value(article, "author") == "Ann");
    CHECK(value(article, "visible-date") == "2026-02-26");
}

TEST_CASE("pages in other character sets are read as they state") {
    const Reading reading =
        read_file("a.html", "<html><meta charset=\"windows-1251\"><p>\xCF\xF0\xE8\xE2\xE5\xF2");
    CHECK(reading.articles.at(0).text == "Привет");
    CHECK(reading.problems.empty());
}

}  // namespace dateline
