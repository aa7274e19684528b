// SPDX-License-Identifier: GPL-2.0-or-later
// Exports of programs for notes: Evernote, Google Keep, Notion.
#include <doctest/doctest.h>

#include "containers.h"
#include "indexer/readers/containers/enex_cutter.h"
#include "indexer/readers/notes/notion_page.h"
#include "indexer/readers/readers.h"

namespace dateline {
namespace {

Strings values_of(const RawArticle& article, std::string_view key) {
    const auto found = std::ranges::find(article.fields, key, &RawField::key);
    return found == article.fields.end() ? Strings{} : found->values;
}

std::string note(const std::string& title, const std::string& content,
                 const std::string& more = "") {
    return "<note><title>" + title +
           "</title><content><![CDATA[<?xml version=\"1.0\"?>\n<!DOCTYPE en-note>\n<en-note>" +
           content + "</en-note>]]></content><created>20260227T101112Z</created>" + more +
           "</note>\n";
}

std::string exported(const std::string& notes) {
    return "<?xml version=\"1.0\"?>\n<en-export export-date=\"20260301T000000Z\">\n" + notes +
           "</en-export>\n";
}

TEST_CASE("every note of Evernote with a text is an article, without a day of publication") {
    const ReadContainer read = read_container(
        "notes.enex",
        exported(note("Ferry", "<div>The ferry &amp; the sea&nbsp;wind</div><en-media/>",
                      "<tag>sea</tag><tag>ships</tag><note-attributes><author>Jane Doe</author>"
                      "<source-url>https://e.org/1</source-url></note-attributes>") +
                 note("Untitled", "<p>No name for this.</p>") + note("Picture", "<en-media/>")));
    CHECK(read.items == Strings{"3 Ferry", "6 "});
    CHECK(read.problems == Strings{"0 1 of 3 notes has no text"});
    REQUIRE(read.articles.size() == 2);
    const RawArticle& ferry = read.articles[0];
    CHECK(ferry.text == "The ferry & the sea wind");
    REQUIRE_FALSE(ferry.lines.empty());
    CHECK(ferry.lines[0].line == 5);
    CHECK(values_of(ferry, "tags") == Strings{"sea", "ships"});
    CHECK(values_of(ferry, "url") == Strings{"https://e.org/1"});
    CHECK(values_of(ferry, "document author") == Strings{"Jane Doe"});
    for (const RawField& field : ferry.fields)
        CHECK(field.values.front().find("2026") == std::string::npos);
}

TEST_CASE("of a page that was clipped whole the article alone is the note") {
    const std::string words =
        " It sails every hour from the old quay to the island, and back again.";
    const std::string clip =
        "<div style=\"--en-clipped-content:fullPage\"><ul><li><a href=\"/\">Home</a></li>"
        "<li><a href=\"/news\">All the news</a></li></ul>\n<h1>Ferry</h1><p>The ferry is mended." +
        words + "</p>\n<p>Passengers welcomed the change." + words + "</p></div>";
    const ReadContainer read = read_container("notes.enex", exported(note("Ferry", clip)));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text ==
          "The ferry is mended." + words + "\n\nPassengers welcomed the change." + words);
    REQUIRE_FALSE(read.articles[0].lines.empty());
    CHECK(read.articles[0].lines[0].line == 6);
    const ReadContainer none = read_container(
        "notes.enex", exported(note("A", "<div style=\"--en-clipped-content:fullPage\"/>")));
    CHECK(none.items.empty());
}

TEST_CASE("attachments, marks within texts and secrets are no text of a note") {
    const std::string attached =
        "<resource><data encoding=\"base64\">AAAA</data><note>x</note></resource>";
    const ReadContainer read = read_container(
        "notes.enex",
        exported(note("One", "<p>a &lt;/note> b ]] c</p><en-crypt>QUJD</en-crypt>", attached) +
                 "<note><title>Two</title><content encoding=\"base64:aes\">QUJD</content></note>"));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "a </note> b ]] c");
    CHECK(read.problems == Strings{"6 the note is encrypted"});
    CHECK(read_container("notes.enex", exported(note("A", "<en-media/>"))).problems ==
          Strings{"0 1 note and no texts"});
    CHECK(read_container("notes.enex", "<en-export><note><title>A</title>").problems ==
          Strings{"1 the file ends within a note"});
}

TEST_CASE("a note that is too long is passed over and reported, its attachments do not count") {
    Strings notes;
    EnexCutter cutter(
        [&](std::string_view each, std::uint32_t) {
            notes.emplace_back(each);
            return true;
        },
        35);
    cutter.add("<note><resource>0123456789012345678901234567890</resource>a</note>");
    cutter.add(
        "<note>01234567890123456789012345678901234567890</note><note><![CDATA[</note>]]></note>");
    cutter.finish();
    CHECK(notes == Strings{"<note>a</note>", "<note><![CDATA[</note>]]></note>"});
    const std::vector<Problem> problems = cutter.take_problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].fatal);
}

TEST_CASE("notes of Google Keep are texts or lists, with labels and the page they are of") {
    struct Row {
        const char* json;
        Strings items;
        std::string text;
        Strings problems;
    };
    const Row rows[] = {
        {R"({"isTrashed":false,"textContent":"a\nb","title":"T","userEditedTimestampUsec":1})",
         {"1 T"},
         "a\nb",
         {}},
        {R"({"isTrashed":false,"textContent":"a","title":"","userEditedTimestampUsec":1})",
         {"1 "},
         "a",
         {}},
        {R"({"isTrashed":false,"listContent":[{"text":"a"},{"text":"b"}],"title":"T",)"
         R"("userEditedTimestampUsec":1690866308447000})",
         {"1 T"},
         "a\nb",
         {}},
        {R"({"isTrashed":true,"textContent":"a","title":"T","userEditedTimestampUsec":1})",
         {},
         "",
         {"0 1 note in the trash, left out"}},
        {R"({"isTrashed":false,"textContent":"","title":"T","userEditedTimestampUsec":1})",
         {},
         "",
         {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json);
        const ReadContainer read = read_container("note.json", row.json);
        CHECK(read.items == row.items);
        CHECK(read.problems == row.problems);
        CHECK((read.articles.empty() ? "" : read.articles[0].text) == row.text);
    }
    const ReadContainer labelled = read_container(
        "note.json",
        R"({"isTrashed":false,"textContent":"a","title":"","userEditedTimestampUsec":1,)"
        R"("labels":[{"name":"sea"},{"name":"ships"}],)"
        R"("annotations":[{"title":"Page","url":"https://e.org/1"}]})");
    REQUIRE(labelled.articles.size() == 1);
    CHECK(values_of(labelled.articles[0], "tags") == Strings{"sea", "ships"});
    CHECK(values_of(labelled.articles[0], "url") == Strings{"https://e.org/1"});
}

TEST_CASE("the properties of a page of Notion are no text, and its days of editing no day") {
    const Reading reading = read_notion_markdown(
        "# Ferry\n\nURL: https://e.org/1\nCreated: February 27, 2026\nAuthor: Jane Doe\nEmpty:\n\n"
        "The ferry sails.\n");
    REQUIRE(reading.articles.size() == 1);
    const RawArticle& article = reading.articles[0];
    CHECK(article.heading == "Ferry");
    CHECK(article.text == "Ferry\n\nThe ferry sails.");
    CHECK(article.lines.back().line == 8);
    CHECK(values_of(article, "url") == Strings{"https://e.org/1"});
    CHECK(values_of(article, "author") == Strings{"Jane Doe"});
    CHECK(values_of(article, "created").empty());
    const Reading plain = read_notion_markdown("# Ferry\n\nNote: it sails\nat noon.\n");
    REQUIRE(plain.articles.size() == 1);
    CHECK(plain.articles[0].fields.empty());
    const Reading row = read_notion_markdown("# Monday\n\nRan: No\n");
    CHECK(row.articles.empty());
    REQUIRE(row.problems.size() == 1);
    CHECK_FALSE(row.problems[0].fatal);
}

TEST_CASE("pages of Notion are told by the number in their name, or by their markup") {
    CHECK(names_notion_page("a/Home 2a889dba369b48709ec62508d5020d93.md"));
    CHECK_FALSE(names_notion_page("a/Home.md"));
    CHECK_FALSE(names_notion_page("a/Home 2a889dba369b48709ec62508d5020dXX.md"));
    const std::string row =
        "<html><body><article id=\"x\" class=\"page sans\"><header><h1 class=\"page-title\">Ferry"
        "</h1><table class=\"properties\"><tr class=\"property-row property-row-date\"><th>Date"
        "</th><td><time>@March 1, 2024</time></td></tr><tr class=\"property-row "
        "property-row-multi_select\"><th>Tags</th><td><span class=\"selected-value\">sea</span>"
        "<span class=\"selected-value\">ships</span></td></tr></table></header>";
    const std::string body = "<div class=\"page-body\"><p>It sails.</p><p>At noon.</p></div>";
    const Reading reading = read_page_or_export(row + body + "</article></body></html>");
    REQUIRE(reading.articles.size() == 1);
    CHECK(title_of(reading.articles[0]) == "Ferry");
    CHECK(reading.articles[0].text == "It sails.\n\nAt noon.");
    CHECK(values_of(reading.articles[0], "date") == Strings{"March 1, 2024"});
    CHECK(values_of(reading.articles[0], "tags") == Strings{"sea", "ships"});
    const Reading empty =
        read_page_or_export(row + "<div class=\"page-body\"></div></article></body></html>");
    CHECK(empty.articles.empty());
    CHECK(empty.problems.size() == 1);
}

TEST_CASE("answers of Notion's interface are named as what they are") {
    const ReadContainer read = read_container(
        "a.json",
        R"({"results": [{"object": "block", "paragraph": {"rich_text": [{"plain_text": "a"}]}}]})");
    CHECK(read.items.empty());
    CHECK_FALSE(read.holds_articles);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].find("export the pages") != std::string::npos);
}

}  // namespace
}  // namespace dateline
