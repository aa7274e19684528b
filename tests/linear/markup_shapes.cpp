// SPDX-License-Identifier: GPL-2.0-or-later
// Web pages, feeds and mail.
#include <array>

#include "tests/linear/shapes.h"

namespace dateline {
namespace {

constexpr std::string_view page = "<!DOCTYPE html><html><head><title>t</title></head><body>";
constexpr std::string_view item =
    "<rss version=\"2.0\"><channel><title>t</title><item><title>a</title>";
constexpr std::string_view mail = "From: a@b.c\nSubject: x\nMIME-Version: 1.0\n";
constexpr std::string_view parts =
    "From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
constexpr std::string_view quoted_printable =
    "From: a@b.c\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\n";
constexpr std::string_view ld =
    "<html><head><script "
    "type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"a\"";
constexpr std::string_view ld_end = "}</script></head><body><p>Hello.</p></body></html>";

// clang-format off
constexpr auto table = std::to_array<Shape>({
    // Web pages.
    {"html", "divisions", page, "<div>"},
    {"html", "divisions in divisions", page, "<div>", "x", "</div>"},
    {"html", "bold", page, "<b>"},
    {"html", "fonts", page, "<font>"},
    {"html", "paragraphs", page, "<p>text here. "},
    {"html", "tables", page, "<table><tr><td>"},
    {"html", "lists", page, "<ul><li>"},
    {"html", "anchors", page, "<a href=x>"},
    {"html", "forms", page, "<form>"},
    {"html", "options", page, "<select><option>"},
    {"html", "drawings", page, "<svg>"},
    {"html", "ends", page, "</div>"},
    {"html", "bold paragraphs", page, "<b><p>"},
    {"html", "crossed", page, "<i></p><b></i>"},
    {"html", "attributes", "<html><body><p ", "a#=b ", ">Hello.</p>"},
    {"html", "attributes without values", "<html><body><p ", "a# ", ">Hello.</p>"},
    {"html", "attributes in quotes", "<html><body><p ", "a#='>' ", ">Hello.</p>"},
    {"html", "one attribute again and again", "<html><body><p ", "a=b ", ">Hello.</p>"},
    {"html", "attributes behind a comment", "<html><!--><body><p ", "a# ", ">Hello.</p>"},
    {"html", "attributes behind a bad comment", "<html><!-- --!><body><p ", "a# ", ">Hello.</p>"},
    {"html", "attributes behind a script", "<html><script>'</scripty></script><p ", "a# ", ">Hello.</p>"},
    {"html", "attributes of a meta tag", "<html><head><meta ", "a# ", ">"},
    {"html", "attributes of the page", "<html ", "a# ", "><p>Hello."},
    {"html", "a long attribute", "<html><body><p a='", "x", "'>Hello.</p>"},
    {"html", "classes", page, "<p class='a b c d e f' id='g'>x"},
    {"html", "words of a class", "<html><body><p class='", "a ", "'>Hello.</p>"},
    {"html", "comments", page, "<!-- a -->"},
    {"html", "comments that do not end", page, "<!--"},
    {"html", "scripts", page, "<script>a</script>"},
    {"html", "less than", page, "<"},
    {"html", "ampersands", page, "&amp"},
    {"html", "line breaks", page, "<br>"},
    {"html", "spans", page, "<span>a</span>"},
    {"html", "hard blanks", page, "&nbsp;"},
    {"html", "words", page, "word "},
    {"html", "blanks", page, "<p>a  b\n"},
    {"html", "articles", page, "<article><p>text is here, and more of it, so that it counts.</p>"},
    {"html", "articles in articles", page, "<article><p>text is here.</p>", "x", "</article>"},
    {"html", "times", page, "<time datetime=2026-01-01>x</time>"},
    {"html", "microdata", page, "<p itemprop=author></p>"},
    {"html", "microdata in microdata", page, "<p itemprop=author>a"},
    {"html", "meta tags", "<html><head>", "<meta name=author content='A B'>", "<p>Hello."},
    {"html", "distinct meta tags", "<html><head>", "<meta name=dc.k# content='A B'>", "<p>Hello."},
    {"html", "canonical links", "<html><head>", "<link rel=canonical href=a#>", "<p>Hello."},
    {"html", "titles", "<html><head>", "<title>a</title>", "<p>Hello."},
    {"html", "JSON-LD again and again", "<html><head>", "<script type='application/ld+json'>{\"@type\":\"a\"}</script>", "<p>Hello."},
    {"html", "JSON-LD: brackets", "<html><head><script type='application/ld+json'>", "[", "</script><p>Hello."},
    {"html", "JSON-LD: keys", ld, ",\"k#\":1", ld_end},
    {"html", "JSON-LD: authors", "<html><head><script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[\"a\"", ",{\"name\":\"A B#\"}", "]}</script><p>Hello."},
    {"html", "JSON-LD: graph", "<html><head><script type='application/ld+json'>{\"@graph\":[", "{\"@type\":\"x\",\"@graph\":[]},", "{}]}</script><p>Hello."},
    {"html", "JSON-LD: body", "<html><head><script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"", "a &amp; b ", "\"}</script><p>Hello."},
    // Feeds.
    {"xml", "items", "<rss version='2.0'><channel><title>t</title>", "<item><title>a</title><description>b c</description></item>", "</channel></rss>"},
    {"xml", "titles between items", "<rss version='2.0'><channel>", "<title>t#</title><item><title>a</title></item>", "</channel></rss>"},
    {"xml", "a long title and items", "<rss version='2.0'><channel><title>", "tttt", "</title>", "<item/>", "</channel></rss>"},
    {"xml", "elements in an item", item, "<a>"},
    {"xml", "attributes", "<rss version='2.0'><channel><item ", "a#='b' ", "><title>a</title></item></channel></rss>"},
    {"xml", "name spaces", "<rss version='2.0' ", "xmlns:a#='b' ", "><channel><item><title>a</title></item></channel></rss>"},
    {"xml", "attributes behind character data", "<rss version='2.0'><channel><title><![CDATA[<a b=']]></title><item ", "a#='b' ", "><title>a</title></item></channel></rss>"},
    {"xml", "unknown prefixes", "<rss version='2.0'><channel><item>", "<x:a/>", "</item></channel></rss>"},
    {"xml", "categories", item, "<category>c#</category>", "</item></channel></rss>"},
    {"xml", "descriptions", item, "<description>c#</description>", "</item></channel></rss>"},
    {"xml", "markup in character data", item, "", "<description><![CDATA[", "<b>", "]]></description></item></channel></rss>"},
    {"xml", "entities", item, "", "<description>", "&lt;b&gt;", "</description></item></channel></rss>"},
    {"xml", "markup in xhtml", item, "", "<content>", "<b>a</b>", "</content></item></channel></rss>"},
    {"xml", "an entity again and again", "<!DOCTYPE r [<!ENTITY a 'xxxxxxxx'>]><rss version='2.0'><channel><item><title>", "&a;", "</title></item></channel></rss>"},
    {"xml", "entities declared", "<!DOCTYPE r [", "<!ENTITY a# 'x'>", "]><rss version='2.0'><channel><item><title>a</title></item></channel></rss>"},
    {"xml", "comments that do not end", item, "<!-- a "},
    {"xml", "a long comment", item, "", "<!--", "a b ", "--></item></channel></rss>"},
    {"xml", "comments in a comment", item, "<!-- a ", "--></item></channel></rss>"},
    {"xml", "dashes of a comment", item, "", "<!--", "- ", "--></item></channel></rss>"},
    {"xml", "sections that do not end", item, "<![CDATA[ a "},
    {"xml", "comments", item, "<!-- a -->", "</item></channel></rss>"},
    {"xml", "authors", item, "<author>a@b.c (A B#)</author>", "</item></channel></rss>"},
    // Mail.
    {"eml", "headers", mail, "X-A: b\n", "\nbody\n"},
    {"eml", "subjects", mail, "Subject: b#\n", "\nbody\n"},
    {"eml", "senders", "Subject: x\nFrom: a@b.c", ", A B <a@b.c>", "\n\nbody\n"},
    {"eml", "a folded header", mail, " y\n", "\nbody\n"},
    {"eml", "encoded words", "From: a@b.c\nSubject: ", "=?utf-8?q?a?= ", "\n\nbody\n"},
    {"eml", "encoded words that do not end", "From: a@b.c\nSubject: ", "=?", "\n\nbody\n"},
    {"eml", "encoded words that hardly begin", "From: a@b.c\nSubject: ", "=?a?q?", "\n\nbody\n"},
    {"eml", "words of a subject", "From: a@b.c\nSubject: ", "a ", "\n\nbody\n"},
    {"eml", "blanks of a subject", "From: a@b.c\nSubject: a", " ", "b\n\nbody\n"},
    {"eml", "parts", parts, "--b\n\na\n"},
    {"eml", "parts in parts", parts, "--b\nContent-Type: multipart/mixed; boundary=b\n\n"},
    {"eml", "parts in parts, each its own", mail, "Content-Type: multipart/mixed; boundary=b#\n\n--b#\n"},
    {"eml", "messages in messages", mail, "Content-Type: message/rfc822\n\n", "\nbody"},
    {"eml", "parameters", mail, "", "Content-Type: text/plain; ", "a=b; ", "\n\nbody"},
    {"eml", "quoted-printable", quoted_printable, "="},
    {"eml", "quoted-printable with blanks", quoted_printable, "= "},
    {"eml", "quoted-printable lines", quoted_printable, "a=\n"},
    {"eml", "base64", "From: a@b.c\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n", "QUJD\n"},
    {"eml", "a page", "From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/html\n\n", "<p>a</p> "},
});
// clang-format on

}  // namespace

std::span<const Shape> markup_shapes() {
    return table;
}

}  // namespace dateline
