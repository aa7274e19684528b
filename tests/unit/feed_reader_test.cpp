// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "indexer/readers/readers.h"

namespace dateline {

TEST_CASE("an RSS feed gives one article an item") {
    const Reading reading = read_feed(R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Example News</title><link>https://example.org</link><language>en</language>
<item>
<title>One &amp;amp; only</title><link>https://example.org/1</link>
<guid isPermaLink="false">tag:1</guid><pubDate>Thu, 26 Feb 2026 23:22:44 GMT</pubDate>
<dc:creator>Ann Lee</dc:creator><category>world</category><category>dams</category>
<description>&lt;p&gt;Short.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Long one.</p>
<p>Two <b>paragraphs</b>.</p>]]></content:encoded>
<media:content url="x.jpg"/>
</item>
<item><title>Two</title><author>b@example.org (Bob Roe)</author><description>Only &lt;i&gt;this&lt;/i&gt;.</description></item>
</channel></rss>)");
    CHECK(reading.problems.empty());
    REQUIRE(reading.articles.size() == 2);
    const RawArticle& one = reading.articles[0];
    const std::vector<RawField> fields = {
        {"title", {"One & only"}, 6}, {"link", {"https://example.org/1"}, 6},
        {"guid", {"tag:1"}, 7},       {"pubdate", {"Thu, 26 Feb 2026 23:22:44 GMT"}, 7},
        {"creator", {"Ann Lee"}, 8},  {"category", {"world", "dams"}, 8},
        {"summary", {"Short."}, 9},   {"feed", {"Example News"}, 4},
        {"language", {"en"}, 4}};
    CHECK(one.fields == fields);
    CHECK(one.text == "Long one.\n\nTwo paragraphs.");
    CHECK(one.lines == std::vector<LineMark>{{0, 10}, {11, 11}});
    CHECK(one.identity == "tag:1");
    CHECK(one.line == 5);
    CHECK(reading.articles[1].text == "Only this.");
    CHECK(reading.articles[1].fields[1] == RawField{"author", {"Bob Roe"}, 14});
}

TEST_CASE("an Atom feed gives one article an entry") {
    const Reading reading =
        read_feed(R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>
<entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title><id>urn:1</id>
<link rel="self" href="https://e.org/self"/><link href="https://e.org/1"/>
<author><name>Ann</name><uri>x</uri></author><published>2026-02-26</published><category term="t"/>
<summary>Sum.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b</p><p>c</p></div></content></entry></feed>)");
    REQUIRE(reading.articles.size() == 1);
    const RawArticle& entry = reading.articles[0];
    const std::vector<RawField> fields = {{"title", {"A bold title"}, 2},   {"id", {"urn:1"}, 2},
                                          {"link", {"https://e.org/1"}, 3}, {"author", {"Ann"}, 4},
                                          {"published", {"2026-02-26"}, 4}, {"category", {"t"}, 4},
                                          {"summary", {"Sum."}, 5},         {"feed", {"Blog"}, 1}};
    CHECK(entry.fields == fields);
    CHECK(entry.text == "a < b\n\nc");
    CHECK(entry.identity == "urn:1");
}

TEST_CASE("what can be read of a broken feed is read, and the break reported") {
    const Reading cut = read_feed("<rss><channel><item><title>a</title></item><item><title>b");
    REQUIRE(cut.articles.size() >= 1);
    CHECK(cut.articles[0].fields[0].values[0] == "a");
    CHECK(read_feed("<rss><channel></channel></rss>").problems[0].message == "feed without items");
    CHECK(read_feed("").problems.size() == 1);
}

TEST_CASE("what stands before a comment without end is read, and the break reported") {
    const Reading reading = read_feed(
        "<rss version='2.0'><channel><item><title>a</title></item>\n"
        "<!-- <item><title>b</title></item></channel></rss>");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].fields == std::vector<RawField>{{"title", {"a"}, 1}});
    CHECK(reading.problems ==
          std::vector<Problem>{{"", 2, "feed is not valid XML from here on", false}});
}

TEST_CASE("a feed's title counts once, and only if it may be an outlet's name") {
    const Reading twice = read_feed(
        "<rss version='2.0'><channel><title>A</title><item><title>1</title></item>"
        "<title>B</title><item><title>2</title></item></channel></rss>");
    REQUIRE(twice.articles.size() == 2);
    CHECK(twice.articles[1].fields ==
          std::vector<RawField>{{"title", {"2"}, 1}, {"feed", {"A"}, 1}});
    const Reading long_one =
        read_feed("<rss version='2.0'><channel><title>" + std::string(501, 'a') +
                  "</title><item><title>1</title></item></channel></rss>");
    REQUIRE(long_one.articles.size() == 1);
    CHECK(long_one.articles[0].fields == std::vector<RawField>{{"title", {"1"}, 1}});
    CHECK(long_one.problems ==
          std::vector<Problem>{
              {"", 1, "the feed's title is longer than 500 bytes, so not heeded", false}});
}

TEST_CASE("a long section of character data is one text") {
    std::string section;
    while (section.size() < 200'000) section += "<p>Caf\u00e9 [1] ]] > \u4e2d\u6587.</p>\n";
    const auto read = [](const std::string& text) {
        return read_feed("<rss version='2.0'><channel><item><description>" + text +
                         "</description></item></channel></rss>");
    };
    std::string escaped;
    for (const char c : section) escaped += c == '<' ? "&lt;" : std::string(1, c);
    const Reading reading = read("<![CDATA[" + section + "]]>");
    CHECK(reading.problems.empty());
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == read(escaped).articles.at(0).text);
}

TEST_CASE("of a WordPress export the published posts are articles, with the day as printed there") {
    const auto item = [](const std::string& type, const std::string& status) {
        return "<item><title>" + type + " " + status +
               "</title><pubDate>Tue, 05 Oct 2010 07:27:25 +0000</pubDate><wp:post_date>2010-10-04 "
               "23:27:25</wp:post_date><wp:post_type>" +
               type + "</wp:post_type><wp:status>" + status + "</wp:status></item>";
    };
    const Reading reading =
        read_feed("<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>" +
                  item("page", "publish") + item("post", "publish") + item("post", "draft") +
                  item("attachment", "inherit") + "</channel></rss>");
    REQUIRE(reading.articles.size() == 1);
    const RawArticle& article = reading.articles[0];
    CHECK(article.fields[0].key == "published");
    CHECK(article.fields[0].values == std::vector<std::string>{"2010-10-04 23:27:25"});
}

TEST_CASE("entities of a feed cannot grow") {
    std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 \"xxxxxxxxxx\">";
    for (char c = '1'; c <= '9'; ++c) {
        const std::string last = std::string("&a") + static_cast<char>(c - 1) + ";";
        bomb += std::string("<!ENTITY a") + c + " \"" + last + last + last + last + last + last +
                last + last + "\">";
    }
    bomb +=
        "]><rss><channel><item><title>&a9;</title><description>&a9; "
        "t</description></item></channel></rss>";
    for (const RawArticle& article : read_feed(bomb).articles) CHECK(article.text.size() < 100);
}

}  // namespace dateline
