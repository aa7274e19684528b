// SPDX-License-Identifier: GPL-2.0-or-later
// Word processors' files and e-books.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "indexer/readers/bytes/zip_parts.h"
#include "indexer/readers/documents/docx.h"
#include "indexer/readers/documents/epub.h"
#include "indexer/readers/documents/head_lines.h"
#include "indexer/readers/documents/styles.h"
#include "indexer/readers/documents/text_document.h"
#include "indexer/readers/readers.h"
#include "tests/unit/made_zip.h"

namespace dateline {
namespace {

using Kind = DocumentParagraph::Kind;

std::string value_of(const RawArticle& article, std::string_view key) {
    const auto found = std::ranges::find(article.fields, key, &RawField::key);
    return found == article.fields.end() ? "" : found->values.front();
}

std::string docx(const std::string& body) {
    return made_zip({{"word/document.xml",
                      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
                      "2006/main\"><w:body>" +
                          body + "</w:body></w:document>"}});
}

std::string rtf(const std::string& body) {
    return "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Cyr;}}" + body +
           "}";
}

TEST_CASE("places of a document count its paragraphs, also the empty ones") {
    const Reading reading =
        read_docx(docx("<w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p/><w:p/><w:p><w:r><w:t>Four.</w:t>"
                       "</w:r></w:p>"));
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "One.\n\nFour.");
    CHECK(reading.articles[0].unit == PlaceUnit::paragraph);
    CHECK(reading.articles[0].lines == std::vector<LineMark>{{0, 1}, {6, 4}});
}

TEST_CASE("a document is not read where it has no text, is damaged or packed too tightly") {
    CHECK(read_docx(docx("<w:p/>")).problems[0].kind == ProblemKind::empty);
    CHECK(read_docx("PK\x03\x04 word/document.xml").problems[0].fatal);
    CHECK(read_odt("PK\x03\x04").problems[0].fatal);
    CHECK(read_epub(made_zip({{"META-INF/container.xml", "<a/>"}})).problems[0].fatal);
    std::string broken = docx("<w:p><w:r><w:t>One.</w:t></w:r></w:p>");
    broken[broken.find("One.")] = 'X';
    CHECK(read_docx(broken).problems[0].message.find("damaged") != std::string::npos);
}

TEST_CASE("an archive gives its entries by name, and nothing else") {
    const std::string bytes = made_zip({{"../../etc/x", "a"}, {"b", "bb"}});
    ZipParts archive(bytes);
    CHECK(archive.has("b"));
    CHECK(archive.read("b") == "bb");
    CHECK(archive.read("c").empty());
    CHECK(archive.problem().empty());
    CHECK(ZipParts("no archive").problem().find("zip") != std::string::npos);
}

TEST_CASE("the main part of a package is the one that it names; its entries stand in any order") {
    const std::string word = made_zip(
        {{"_rels/.rels",
          "<Relationships><Relationship Type=\"http://x.example/relationships/officeDocument\" "
          "Target=\"/word/document2.xml\"/></Relationships>"},
         {"word/document2.xml",
          "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
          "<w:body><w:p><w:r><w:t>One.</w:t></w:r></w:p></w:body></w:document>"}});
    CHECK(begins_docx(word));
    REQUIRE(read_docx(word).articles.size() == 1);
    CHECK(read_docx(word).articles[0].text == "One.");
    CHECK(begins_epub(
        made_zip({{"META-INF/container.xml", "<a/>"}, {"mimetype", "application/epub+zip"}})));
    CHECK_FALSE(begins_epub(made_zip({{"a.txt", "META-INF/container.xml"}})));
}

TEST_CASE("styles are what they are made from") {
    const ParagraphStyles styles{{"Titre1", {"heading 1", "", -1}},
                                 {"P7", {"", "Titre1", -1}},
                                 {"Own", {"own", "P7", -1}},
                                 {"Loop", {"loop", "Loop", -1}},
                                 {"Deep", {"deep", "", 2}}};
    CHECK(kind_of_style(styles, "Titre1", -1) == Kind::heading);
    CHECK(kind_of_style(styles, "Own", -1) == Kind::heading);
    CHECK(kind_of_style(styles, "Loop", -1) == Kind::body);
    CHECK(kind_of_style(styles, "Deep", -1) == Kind::subheading);
    CHECK(kind_of_style(styles, "None", 0) == Kind::heading);
    CHECK(kind_of_style(styles, "Title", -1) == Kind::title);
}

TEST_CASE("properties that nobody typed say nothing") {
    struct Row {
        const char* key;
        const char* value;
        bool kept;
    };
    const Row rows[] = {
        {"document title", "Untitled", false},
        {"document title", "Microsoft Word - x.doc", false},
        {"document title", "report final.docx", false},
        {"document title", "Bridge closed", true},
        {"document author", "jroe", false},
        {"document author", "Administrator", false},
        {"document author", "a@b.org", false},
        {"document author", "Ann Lee", true},
        {"document author", "焦鹏", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        TextDocument document;
        add_property(document, row.key, row.value);
        CHECK(document.properties.empty() != row.kept);
    }
}

TEST_CASE("a document is split where its headings have bylines or days, not elsewhere") {
    const auto articles = [](std::vector<std::string> below) {
        TextDocument document;
        for (const std::string& line : below) {
            document.paragraphs.push_back({"A heading", 0, Kind::heading});
            document.paragraphs.push_back({line, 0, Kind::body});
            document.paragraphs.push_back({"A text of its own.", 0, Kind::body});
        }
        return read_document(std::move(document)).articles.size();
    };
    CHECK(articles({"By Ann Lee", "4 March 2026"}) == 2);
    CHECK(articles({"By Ann Lee", "von Eva Muster", "2026-03-04"}) == 3);
    CHECK(articles({"By Ann Lee", "An introduction.", "A method."}) == 1);
    CHECK(articles({"By Ann Lee"}) == 1);
    CHECK(articles({"Figures for 2019", "Figures for 2020"}) == 1);
    CHECK(articles({"De Gaulle and his time", "Di Maio e il suo partito nel 2019"}) == 1);
}

TEST_CASE("running text before the first article of a collection is an article of its own") {
    const auto articles = [](const std::string& before) {
        TextDocument document;
        document.paragraphs = {{"A collection", 1, Kind::title}, {before, 2, Kind::body}};
        for (const char* byline : {"By Ann Lee", "By Eva Muster"}) {
            document.paragraphs.push_back({"A heading", 3, Kind::heading});
            document.paragraphs.push_back({byline, 4, Kind::body});
        }
        return read_document(std::move(document)).articles;
    };
    const std::string text =
        "An introduction that tells in a few sentences what is gathered here, and why. It goes on.";
    REQUIRE(articles(text).size() == 3);
    CHECK(articles(text)[0].text == "A collection\n\n" + text);
    CHECK(articles(text)[0].heading == "A collection");
    CHECK(articles("March 2026").size() == 2);
}

TEST_CASE("lines around a headline are told from sentences") {
    struct Row {
        const char* text;
        bool byline;
        bool day;
    };
    const Row rows[] = {
        {"By Ann Lee", true, false},
        {"By AFP", true, false},
        {"By ANN LEE, JOHN ROE and EVA MUSTER in Rome", true, false},
        {"By Ann Lee, health correspondent", true, false},
        {"By Ann Lee • 3 min read", true, false},
        {"Von Eva Muster und Jan de Vries", true, false},
        {"De Jean Dupont", true, false},
        {"De Gaulle", false, false},
        {"De Gaulle and his time", false, false},
        {"By Monday the bridge was closed", false, false},
        {"By the river", false, false},
        {"4 March 2026", false, true},
        {"Published on March 4, 2026, 10:20", false, true},
        {"Updated: 4 March 2026 / 6 pm", false, true},
        {"Veröffentlicht am 4. März 2026 um 10:20 Uhr", false, true},
        {"2026-03-04", false, true},
        {"发布时间：2026-03-04 10:20", false, true},
        {"March 2026", false, false},
        {"Figures for 2019", false, false},
        {"In 2019", false, false},
        {"The bridge opened on 4 March 2026", false, false},
        {"Line 4 opened in March 2026", false, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(is_byline_line(row.text) == row.byline);
        CHECK(is_day_line(row.text) == row.day);
    }
}

TEST_CASE("what stands beside a byline or a day in its line is left, and no sentence is cut") {
    struct Row {
        const char* text;
        std::string line;
        std::string rest;
    };
    const Row bylines[] = {
        {"By Ann Lee |", "By Ann Lee", ""},
        {"By Ann Lee March 4, 2026", "By Ann Lee", "March 4, 2026"},
        {"By Ann Lee | Published: 4 March 2026", "By Ann Lee", "Published: 4 March 2026"},
        {"By Ann Lee, a reporter who has covered it.", "By Ann Lee",
         "a reporter who has covered it."},
        {"By Monday, a bridge had closed.", "", ""},
        {"By Ann Lee Published: 4 March 2026", "By Ann Lee", "Published: 4 March 2026"},
        {"By March 4, 2026", "", ""},
    };
    for (const Row& row : bylines) {
        CAPTURE(row.text);
        const auto found = byline_in(row.text);
        CHECK((found ? found->line : "") == row.line);
        CHECK((found ? found->rest : "") == row.rest);
    }
    const Row days[] = {
        {"Updated: 4 March 2026 | 5 min read", "4 March 2026", "5 min read"},
        {"4 March 2026, 3:51 pm 11 shares", "4 March 2026, 3:51 pm", "11 shares"},
        {"4 March 2026 was a good day", "", ""},
        {"March 2026", "March 2026", ""},
        {"2026-03-04 10:20 来源：新报", "2026-03-04 10:20", "来源：新报"},
        {"In 2019, a bridge was closed.", "", ""},
        {"It was built in 1921 by a man.", "", ""},
    };
    for (const Row& row : days) {
        CAPTURE(row.text);
        const auto found = day_line_in(row.text);
        CHECK((found ? found->line : "") == row.line);
        CHECK((found ? found->rest : "") == row.rest);
    }
}

TEST_CASE("RTF: characters, code pages and what is no text") {
    struct Row {
        const char* rtf;
        const char* text;
    };
    const Row rows[] = {
        {"caf\\'e9", "café"},
        {"\\f1 \\'cc\\'ee\\'f1\\'f2\\f0  x", "Мост x"},
        {"\\u8220?a\\u8221?", "“a”"},
        {"\\uc2\\u8220ab\\uc0\\u233 c", "“éc"},
        {"\\u-10179?\\u-8704?", "😀"},
        {"a\\line b", "a\nb"},
        {"a{\\pict 0102}{\\*\\unknown b}{\\footnote c}d", "ad"},
        {"a\\{b\\}\\\\", "a{b}\\"},
        {"a{\\v hidden}b", "ab"},
        {"{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}", "link"},
        {"a\\bin3 }}}b", "ab"},
        {"one\\par two", "one\n\ntwo"},
        {"a\\emdash b\\~c",
         "a—b\xC2\xA0"
         "c"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.rtf);
        const Reading reading = read_rtf(rtf(row.rtf));
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].text == row.text);
    }
}

TEST_CASE("RTF that is cut off or nested without end is read as far as it goes") {
    CHECK(read_rtf("{\\rtf1 text that").articles[0].text == "text that");
    CHECK(read_rtf("{\\rtf1}").problems[0].kind == ProblemKind::empty);
    const Reading deep =
        read_rtf("{\\rtf1 a" + std::string(5000, '{') + std::string(5000, '}') + "b}");
    CHECK(deep.articles[0].text == "ab");
    CHECK(deep.problems.size() == 1);
}

TEST_CASE("the author of RTF's properties and the day of making come with their own keys") {
    const RawArticle article =
        read_rtf(rtf("{\\info{\\author Ann Lee}{\\creatim\\yr2026\\mo3\\dy5}{\\company X}}Text."))
            .articles[0];
    CHECK(value_of(article, "document author") == "Ann Lee");
    CHECK(value_of(article, "document created") == "2026-03-05");
    CHECK(article.text == "Text.");
}

}  // namespace
}  // namespace dateline
