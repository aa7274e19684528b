// SPDX-License-Identifier: GPL-2.0-or-later
// Saved pages with their wrapping, word processors' files, rows of PDF, exports of news services.
#include <array>

#include "tests/linear/shapes.h"

namespace dateline {
namespace {

constexpr std::string_view saved =
    "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://a.org/x \n--><body>";
constexpr std::string_view archive =
    "From: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n";
constexpr std::string_view factiva = "<html><body>articleParagraph Headline";
constexpr std::string_view nexis = "<html><body><DOCFULL> DOCUMENTS";
constexpr std::string_view europresse = "<html><body><b class=DocPublicationName>P</b>DocHeader";
constexpr std::string_view nitf = "<nitf><body><body.content>";
constexpr std::string_view g2 = "<newsMessage><itemSet><newsItem><contentMeta>";
constexpr std::string_view anpa = "\x01W0001\x1Fs\nr a\x13\x11 K   12-31 0060\n\x02";
constexpr std::string_view iptc =
    "\x01"
    "eca001 3 i 80 dpa 061\n\nK/\n\x02";
constexpr std::string_view kikuzo = "<html><body>topic-list detail001<table>";
constexpr std::string_view yomidasu = "<html><body>contentsTable heiseiDetailContents";
constexpr std::string_view integrum = "<html><body>^ИС: ^ДТ:";
constexpr std::string_view notion =
    "<html><body><article class=page><h1 class=\"page-title\">a</h1><table>";
constexpr std::string_view page = "page 5950 8420\n";

// clang-format off
constexpr auto table = std::to_array<Shape>({
    {"html", "SingleFile: pictures", saved, "<img src='data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'>"},
    {"html", "SingleFile: a long picture", saved, "", "<img src='data:", "A", "'>"},
    {"html", "SingleFile: data without end", saved, "data:"},
    {"html", "SingleFile: notes", saved, "<single-file-note>a</single-file-note>"},
    {"html", "SingleFile: notes that do not end", saved, "<single-file-note>"},
    {"html", "Factiva: articles", factiva, "<div class='article enArticle'><div>1 May 2020</div><p class=articleParagraph>a</p></div>"},
    {"html", "Factiva: articles in articles", factiva, "<div class='article enArticle'>"},
    {"html", "Factiva: parts of a head", "<html><body>articleParagraph Headline<div class='article enArticle'>", "<div>a</div>"},
    {"html", "Factiva: rows", "<html><body>articleParagraph Headline<div class='article enArticle'><table>", "<tr><td>HD</td><td>a</td></tr>"},
    {"html", "Nexis: articles", nexis, "<p>1 of 2 DOCUMENTS</p><p>P</p><p>May 1, 2020</p><p>T</p><p>LENGTH: 1 words</p><p>a</p>"},
    {"html", "Nexis: labels", nexis, "<p>LENGTH: 1 words</p>", "<p>1 of 2 DOCUMENTS</p>"},
    {"html", "Nexis: line breaks", nexis, "a<br>", "<p>1 of 2 DOCUMENTS</p>"},
    {"html", "Europresse: articles", europresse, "<b class=DocPublicationName>P</b><br><b class=TitreArticleVisu>T</b><br>a.<br>"},
    {"txt", "Nexis: articles", "", "1 of 2 DOCUMENTS\n\nP\n\nMay 1, 2020\n\nT\n\nLENGTH: 1 words\n\na\n\n"},
    {"txt", "Nexis: lines of a paragraph", "1 of 2 DOCUMENTS\n\nP\n\nMay 1, 2020\n\n", "a\n"},
    {"enex", "notes", "<en-export>", "<note><title>a</title><content><![CDATA[<en-note><div>b</div></en-note>]]></content></note>"},
    {"enex", "divisions of a note", "<en-export><note><content><![CDATA[<en-note>", "<div>a</div>", "</en-note>]]></content></note>"},
    {"enex", "divisions in divisions", "<en-export><note><content><![CDATA[<en-note>", "<div>", "a", "</div>", "</en-note>]]></content></note>"},
    {"enex", "hard blanks", "<en-export><note><content><![CDATA[<en-note>", "\xC2\xA0", "</en-note>]]></content></note>"},
    {"enex", "brackets", "<en-export><note><content><![CDATA[", "]"},
    {"enex", "attachments", "<en-export><note>", "<resource>a</resource>", "<content><![CDATA[a]]></content></note>"},
    {"enex", "notes that do not end", "<en-export>", "<note>"},
    {"enex", "tags of a note", "<en-export><note>", "<tag>a#</tag>", "<content><![CDATA[a]]></content></note>"},
    {"json", "Keep: a list", "{\"isTrashed\":false,\"userEditedTimestampUsec\":1,\"listContent\":[", "{\"text\":\"a\"},", "{}]}"},
    {"json", "Keep: labels", "{\"isTrashed\":false,\"userEditedTimestampUsec\":1,\"textContent\":\"a\",\"labels\":[", "{\"name\":\"a#\"},", "{}]}"},
    {"json", "bookmarks", "{\"type\":\"text/x-moz-place-container\",\"children\":[", "{\"uri\":\"http://a\"},", "]}"},
    {"html", "Notion: properties", notion, "<tr class=property-row><th>a#</th><td>b</td></tr>", "</table><div class=\"page-body\">a"},
    {"html", "Notion: paragraphs", "<html><body><article class=page><h1 class=\"page-title\">a</h1><div class=\"page-body\">", "<p>a</p>"},
    {"zip", "files", "", "a#.txt\n"},
    {"zip", "files of one name", "", "a.txt\n"},
    {"zip", "a path", "", "a/", "a.txt\n"},
    {"mhtml", "parts", archive, "--b\nContent-Type: text/html\n\na\n"},
    {"mhtml", "a page", "From: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<html>", "<p>a</p>"},
    {"rtf", "groups", "{\\rtf1 ", "{", "a", "}"},
    {"rtf", "paragraphs", "{\\rtf1 ", "a\\par "},
    {"rtf", "characters", "{\\rtf1 ", "\\u233?"},
    {"rtf", "bytes", "{\\rtf1 ", "\\'e9"},
    {"rtf", "fonts", "{\\rtf1{\\fonttbl", "{\\f#\\fcharset204 a;}", "}", "\\f7 a"},
    {"rtf", "styles", "{\\rtf1{\\stylesheet", "{\\s# a;}", "}a"},
    {"rtf", "words", "{\\rtf1 ", "\\a1"},
    {"rtf", "binary data", "{\\rtf1 ", "\\bin1 a"},
    {"pdf rows", "words", page, "word 10 10 20 20 100 1 a\n"},
    {"pdf rows", "lines", page, "word 10 #0 20 #9 100 1 abc-\n"},
    {"pdf rows", "pages", "", "page 5950 8420\nword 10 10 20 20 100 1 a\n"},
    {"pdf rows", "headings", page, "word 10 #000 20 #100 #00 1 abc\n"},
    {"xml", "Factiva: articles", "<PPSResponse>", "<ppsarticle><article><headline>a</headline><leadParagraph>b</leadParagraph></article></ppsarticle>", "</PPSResponse>"},
    {"xml", "NITF: paragraphs", nitf, "<p>a</p>"},
    {"xml", "NITF: blocks in blocks", nitf, "<block>", "a", "</block>"},
    {"xml", "NITF: line ends", nitf, "a\n\n"},
    {"xml", "NITF: hard blanks", nitf, "\xC2\xA0"},
    {"xml", "NITF: references written twice", nitf, "&amp;#39; "},
    {"xml", "NITF: markup as characters", nitf, "&lt;/p> <em>a</em>"},
    {"xml", "NITF: bylines", "<nitf><body><body.head>", "<byline>By Ann Lee</byline>\n"},
    {"xml", "NITF: subjects", "<nitf><head>", "<tobject.subject tobject.subject.refnum='03000000' tobject.subject.type='ab#'/>\n"},
    {"xml", "NITF in NITF", "", "<nitf>", "a", "</nitf>"},
    {"xml", "NewsML: items", "<NewsML>", "<NewsItem><NewsComponent><ContentItem><DataContent><p>a</p></DataContent></ContentItem></NewsComponent></NewsItem>"},
    {"xml", "NewsML: components in components", "<NewsML><NewsItem>", "<NewsComponent>", "a", "</NewsComponent>"},
    {"xml", "NewsML: contents without a text", "<NewsML><NewsItem><NewsComponent>", "<ContentItem><DataContent/></ContentItem>"},
    {"xml", "NewsML: topics", "<NewsML><NewsItem>", "<Topic><Description Variant='Name' lang='en'>ab#</Description></Topic>\n"},
    {"xml", "G2: items", "<newsMessage><itemSet>", "<newsItem><itemMeta><provider literal='a'/></itemMeta><contentSet><inlineData>a</inlineData></contentSet></newsItem>"},
    {"xml", "G2: sets of items", "<newsMessage>", "<itemSet><newsItem><itemMeta><provider/></itemMeta></newsItem></itemSet>"},
    {"xml", "G2: packages", "<newsMessage><itemSet>", "<packageItem/>"},
    {"xml", "G2: subjects", g2, "<subject qcode='medtop:03000000'><name>ab#</name></subject>\n"},
    {"xml", "G2: creators", g2, "<creator uri='#'><name>Ann Lee#</name></creator>\n"},
    {"xml", "G2: contents without a text", "<newsItem><contentSet>", "<inlineXML><nitf><head><title>a</title></head></nitf></inlineXML>"},
    {"xml", "Ritzau: items", "<XMLNewsQueuedResponse>", "<RBNews><headline>a</headline><content>&lt;p>a&lt;/p></content></RBNews>"},
    {"json", "ninjs: items", R"({"item":[)", R"({"type":"text","versioncreated":"2026-03-04","headline":"a","body_html":"<p>b</p>"},)"},
    {"json", "ninjs: subjects", R"({"type":"text","versioncreated":"2026-03-04","body_text":"b","subject":[)", R"({"code":"03000000","name":"ab#"},)", R"(0]})"},
    {"json", "texts behind a list", R"({"items":[{"title":"a","text":"b"}])", R"(,"text":"0123456789012345678901234567890123456789012345678901234567890123456789")"},
    {"tst", "ANPA: messages", "", "\x16\x01W0001\x1Fs\nr a 12-31 0060\n\x02^K,6<\n^T<\n   a\n\x03" "AP-WF-01-01-26 0423GMT<\n\x04"},
    {"tst", "ANPA: lines of the head", anpa, "^Eds: a<\n"},
    {"tst", "ANPA: bylines", anpa, "^By Ann Lee=\n"},
    {"tst", "ANPA: paragraphs", anpa, "\t   a b\n"},
    {"tst", "ANPA: a header of numbers", "\x01W0001\x1Fs\n", "12-3 ", "\n\x02^K<\n a\x03" "AP-WF-01-01-26"},
    {"tst", "IPTC 7901: messages", "", "\x01" "eca001 3 i 80 dpa 061\n\nK/\n\x02T =\n\na\n\x03" "051137 GMT Mrz 26\n\x04"},
    {"tst", "IPTC 7901: flags", iptc, "1ST LEAD\n"},
    {"tst", "IPTC 7901: lines", iptc, "a\n"},
    {"html", "Kikuzo: articles", kikuzo, "<table class=topic-list><tr><td class=topic-list>1<td class=topic-list>2026年03月04日</table><span class=font002>a</span><div class=detail001>b<br></div>"},
    {"html", "Kikuzo: cells", kikuzo, "<table class=topic-list><tr><td class=topic-list>"},
    {"html", "Kikuzo: line ends", kikuzo, "　a<br>", "", "", "</table>"},
    {"html", "Yomidasu: articles", yomidasu, "<table class=contentsTable><tr><th>1<th>2026.03.04<th>a</table><p class=mb10>　b<br>　c</p>"},
    {"html", "Integrum: articles", integrum, "<table><tr><td>^ИС: a <br>^ДТ: 04.03.2026</table><pre>  a\n b\n</pre>"},
    {"html", "Integrum: labels", integrum, "", "<table><tr><td>^a: ", "^b:", "</table>"},
    {"txt", "Alceste: texts", "", "**** *date_2026-03-04\na\n"},
    {"txt", "Alceste: variables", "**** *a_b", " *a#_b"},
    {"txt", "Alceste: themes", "**** *a_b\n", "-*a\nb\n"},
});
// clang-format on

}  // namespace

std::span<const Shape> document_shapes() {
    return table;
}

}  // namespace dateline
