// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "indexer/readers/readers.h"

namespace dateline {

namespace {

const std::string story =
    "<p>The harbour was closed on Friday, the council said, after the storm had taken the pier.</p>"
    "<p>Ships wait outside, some of them for days, and nobody knows when the pier will stand.</p>"
    "<p>It was built in 1901, burned in 1944, and has been mended eleven times since then.</p>";

const std::string story_text =
    "The harbour was closed on Friday, the council said, after the storm had taken the pier.\n\n"
    "Ships wait outside, some of them for days, and nobody knows when the pier will stand.\n\n"
    "It was built in 1901, burned in 1944, and has been mended eleven times since then.";

std::string text_of_page(const std::string& body) {
    return read_web_page("<html><body>" + body + "</body></html>").articles.at(0).text;
}

}  // namespace

TEST_CASE("what holds most of a page's prose is its article, whatever it is called") {
    for (const char* open :
         {"<div class=\"sidebar-layout\">", "<form>", "<nav>", "<aside>",
          "<div id=comments-wrapper>", "<div class=\"page promo\">", "<div aria-hidden=true>",
          "<div class=related-content>", "<footer>", "<noscript>"}) {
        CAPTURE(open);
        CHECK(text_of_page(std::string(open) + story) == story_text);
    }
}

TEST_CASE("what stands around an article is left out") {
    struct Row {
        const char* before;
        const char* behind;
    };
    const Row rows[] = {
        {"<nav><a href=/>Home</a> <a href=/w>World</a></nav>",
         "<footer>All rights reserved.</footer>"},
        {"<h1>The harbour is closed</h1>", ""},
        {"<div class=meta>By Ann Lee</div><div>27 February 2026</div>", ""},
        {"<div class=breadcrumb><a href=/>Home</a> &gt; <a href=/h>Harbour</a></div>", ""},
        {"", "<div class=tags><a href=/t/1>harbour</a> <a href=/t/2>storm</a></div>"},
        {"",
         "<h3>More stories</h3><ul><li><a href=/1>Another story about something</a></li>"
         "<li><a href=/2>And one more of them</a></li></ul>"},
        {"", "<p>Read more: <a href=/3>The pier that was mended eleven times</a></p>"},
        {"", "<p>Lesen Sie auch: <a href=/3>Die Brücke, die elfmal repariert wurde</a></p>"},
        {"<p>Share this on Example</p>", "<p>Share this on Example</p>"},
        {"",
         "<section class=comments><p>I have waited there for days, and it was cold, wet and "
         "long.</p>"
         "<p>So have I, and I would not do it again, whatever they say of the pier.</p></section>"},
        {"<figure><img src=x><figcaption>The pier on Friday, when it was no "
         "more.</figcaption></figure>",
         ""},
        {"",
         "<script>var text = \"Not a word of this, nor of that, is text for readers.\";</script>"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.before);
        CAPTURE(row.behind);
        CHECK(text_of_page("<div>" + std::string(row.before) + story + row.behind + "</div>") ==
              story_text);
    }
}

TEST_CASE("what belongs to an article stays in it") {
    struct Row {
        const char* before;
        const char* behind;
        const char* added;
    };
    const Row rows[] = {
        {"", "<p>Nobody was hurt.</p>", "\n\nNobody was hurt."},
        {"", "<h2>The figures</h2><table><tr><td>Height</td><td>12 m</td></tr></table>",
         "\n\nThe figures\n\nHeight  12 m"},
        {"", "<ul><li>the pier, built of oak</li><li>the crane</li></ul>",
         "\n\nthe pier, built of oak\n\nthe crane"},
        {"", "<blockquote><p>We shall mend it, the mayor said.</p></blockquote>",
         "\n\nWe shall mend it, the mayor said."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.behind);
        CHECK(text_of_page("<div>" + std::string(row.before) + story + row.behind + "</div>") ==
              story_text + row.added);
    }
}

TEST_CASE("a lead between headline and text belongs to the text") {
    CHECK(text_of_page(
              "<header><h1>The harbour is closed</h1><p class=teaser>A storm took the pier, and "
              "nobody in town knows when it will stand again.</p><ul><li><a href=/a>Share</a></li>"
              "<li><a href=/b>Print</a></li></ul></header><div>" +
              story + "</div>") ==
          "A storm took the pier, and nobody in town knows when it will stand again.\n\n" +
              story_text);
}

TEST_CASE("a page without prose gives what it has") {
    CHECK(text_of_page("<table><tr><td>1.</td><td>Ann Lee</td><td>53,09</td></tr>"
                       "<tr><td>2.</td><td>Bob Roe</td><td>53,84</td></tr></table>") ==
          "1.  Ann Lee  53,09\n2.  Bob Roe  53,84");
    CHECK(text_of_page("").empty());
}

TEST_CASE("the day, the author and the lines that a page shows are told") {
    const RawArticle article =
        read_web_page(
            "<html><body><h1>The harbour is closed</h1><div class=byline>By <a rel=author "
            "href=/ann>Ann "
            "Lee</a></div><span class=post-date>27.02.2026, 10:20</span>" +
            story +
            "<div class=comments><span "
            "class=comment-author>Bob</span><time>28.02.2026</time></div></body></html>")
            .articles.at(0);
    const auto values = [&](std::string_view key) {
        for (const RawField& field : article.fields)
            if (field.key == key) return field.values;
        return std::vector<std::string>();
    };
    CHECK(values("visible-byline") == std::vector<std::string>{"Ann Lee"});
    CHECK(values("visible-date") == std::vector<std::string>{"27.02.2026, 10:20"});
    CHECK(article.headings == std::vector<std::string>{"The harbour is closed"});
    const auto lines = values("visible-line");
    CHECK(std::find(lines.begin(), lines.end(), "27.02.2026, 10:20") != lines.end());
}

}  // namespace dateline
