// SPDX-License-Identifier: GPL-2.0-or-later
// Exports of news services; the golden articles have a whole file of each.
#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/exports/export_article.h"
#include "indexer/readers/exports/nexis.h"
#include "indexer/readers/exports/nexis_labels.h"
#include "indexer/readers/exports/nexis_text.h"
#include "indexer/readers/readers.h"

namespace dateline {
namespace {

using Kind = DocumentParagraph::Kind;

std::vector<DocumentParagraph> paragraphs(std::initializer_list<const char*> texts) {
    std::vector<DocumentParagraph> all;
    for (const char* text : texts)
        all.push_back({text, static_cast<std::uint32_t>(all.size() + 1), Kind::body});
    return all;
}

std::string value_of(const RawArticle& article, std::string_view key) {
    for (const RawField& field : article.fields)
        if (field.key == key) return field.values.front();
    return "";
}

TEST_CASE("the day of an export's line ends with its year") {
    struct Row {
        const char* line;
        const char* day;
    };
    const Row rows[] = {
        {"January 28, 1993, Tuesday, Late Edition - Final", "January 28, 1993"},
        {"27. Februar 2012 Montag 9:50 PM GMT+1", "27. Februar 2012"},
        {"2018 年 10 月 7 日 17:04", "2018 年 10 月 7 日"},
        {"2012-01-09", "2012-01-09"},
        {"31 May 2018", "31 May 2018"},
        {"no day", "no day"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(day_in_line(row.line) == row.day);
    }
}

TEST_CASE("a byline's names are values of their own, in the order in which they are spoken") {
    struct Row {
        const char* byline;
        std::vector<std::string> authors;
    };
    const Row rows[] = {
        {"By Ann Lee; she reported from Rome.", {"By Ann Lee"}},
        {"Lee, Ann; Roe, John", {"Ann Lee", "John Roe"}},
        {"Ann Lee, example.org", {"Ann Lee, example.org"}},
        {"이길성;조의준", {"이길성", "조의준"}},
        {"Lee, AP", {"Lee, AP"}},
        {"; John Roe contributed reporting", {}},
        {"By ANN LEE, JOHN ROE and EVA MUSTER in Rome", {"By ANN LEE, JOHN ROE and EVA MUSTER"}},
        {"Bob Roe in New York, Ann Lee in Rome and John Doe", {"Bob Roe, Ann Lee and John Doe"}},
        {"Ann Lee (ann@paper.example)", {"Ann Lee"}},
        {"Ann Lee (Rome)", {"Ann Lee (Rome)"}},
        {"Ann Lee, Political Editor", {"Ann Lee"}},
        {"Ann Lee, Political Editor, and John Roe", {"Ann Lee, and John Roe"}},
        {"Ann Lee; Political Editor", {"Ann Lee"}},
        {"Our Political Editor", {"Our Political Editor"}},
        {"Ann Lee, Special to the Sample", {"Ann Lee"}},
        {"Ann Lee, with files from John Roe", {"Ann Lee"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.byline);
        ExportArticle article;
        article.title = "A headline";
        article.byline = row.byline;
        const Reading reading = read_export({article}, PlaceUnit::item);
        REQUIRE(reading.articles.size() == 1);
        std::vector<std::string> authors;
        for (const RawField& field : reading.articles[0].fields)
            if (field.key == "byline") authors = field.values;
        CHECK(authors == row.authors);
    }
}

TEST_CASE("the lines that begin an article of Nexis are told from others") {
    for (const char* mark : {"1 of 74 DOCUMENTS", "12 von 49 DOKUMENTEN", "2 sur 3 DOCUMENTS"}) {
        CAPTURE(mark);
        CHECK(is_nexis_mark(mark));
    }
    for (const char* other : {"", "74 DOCUMENTS", "of 74 DOCUMENTS", "1 of 74", "DOCUMENTS"}) {
        CAPTURE(other);
        CHECK_FALSE(is_nexis_mark(other));
    }
}

TEST_CASE("labels of Nexis are known in several languages") {
    for (const char* label : {"BYLINE: x", "Byline:\xC2\xA0x", "AUTOR: x", "AUTEUR: x"}) {
        CAPTURE(label);
        REQUIRE(nexis_label(label));
        CHECK(nexis_label(label)->label->value == &ExportArticle::byline);
    }
    CHECK(nexis_label("LÄNGE: 12 Wörter")->label->value == nullptr);
    CHECK(nexis_label("LOAD-DATE: March 9, 2026")->label->value == nullptr);
    CHECK_FALSE(nexis_label("He said: so it is"));
    CHECK_FALSE(nexis_label(": x"));
}

TEST_CASE("the load date is never the day, and a cover page is no article") {
    const Reading reading = read_nexis(
        paragraphs({"Documents (1)", "1. A headline", "News", "A headline", "The Paper",
                    "March 4, 2026", "Copyright 2026 The Paper", "Length: 3 words", "Body",
                    "The text of it.", "Load-Date: March 9, 2026", "End of Document"}));
    REQUIRE(reading.articles.size() == 1);
    const RawArticle& article = reading.articles[0];
    CHECK(value_of(article, "headline") == "A headline");
    CHECK(value_of(article, "publication") == "The Paper");
    CHECK(value_of(article, "published") == "March 4, 2026");
    CHECK(article.text == "The text of it.");
    CHECK(article.unit == PlaceUnit::item);
    CHECK(article.identity == "A headline\nThe Paper\nMarch 4, 2026");
}

TEST_CASE(
    "articles of the older Nexis without headline, labels or text are articles all the same") {
    const Reading reading = read_nexis(
        paragraphs({"1 of 3 DOCUMENTS", "The Paper", "March 4, 2026", "LENGTH: 3 words", "A text.",
                    "2 of 3 DOCUMENTS", "The Paper", "March 4, 2026", "A headline",
                    "A text of two parts.", "NOTE: stays", "3 of 3 DOCUMENTS", "The Paper"}));
    REQUIRE(reading.articles.size() == 3);
    CHECK(reading.articles[0].text == "A text.");
    CHECK(value_of(reading.articles[0], "headline") == "");
    CHECK(value_of(reading.articles[1], "headline") == "A headline");
    CHECK(reading.articles[1].text == "A text of two parts.\n\nNOTE: stays");
    CHECK(reading.articles[0].identity != reading.articles[1].identity);
}

TEST_CASE(
    "the older Nexis prints its labels and copyright lines; sentences that begin alike stay") {
    const Reading reading = read_nexis(paragraphs(
        {"1 of 2 DOCUMENTS", "The Paper", "March 4, 2026", "Copyright row ends", "LENGTH: 9 words",
         "Correction: a first text.", "Copyright reform is due in 2027.",
         "LOAD-DATE: March 5, 2026", "Copyright 2026 The Paper\nAll Rights Reserved",
         "2 of 2 DOCUMENTS", "Copyright (c) 2026 The Paper", "The Paper", "March 4, 2026",
         "State: a headline", "LENGTH: 9 words", "A text.", "Note: it was changed.",
         "© The Paper"}));
    REQUIRE(reading.articles.size() == 2);
    CHECK(value_of(reading.articles[0], "headline") == "Copyright row ends");
    CHECK(reading.articles[0].text ==
          "Correction: a first text.\n\nCopyright reform is due in 2027.");
    CHECK(value_of(reading.articles[1], "headline") == "State: a headline");
    CHECK(reading.articles[1].text == "A text.\n\nNote: it was changed.");
}

TEST_CASE("a text that quotes a line of Nexis is no export") {
    CHECK(begins_nexis_text("\n   1 of 2 DOCUMENTS\n\nThe Paper\n\nLENGTH: 9 words\n"));
    CHECK(begins_nexis_text("\n1 of 1 DOCUMENTS\n\nThe Paper\n"));
    CHECK_FALSE(begins_nexis_text("An essay.\n\n3 of 5 DOCUMENTS\n\nCorrection: it goes on.\n"));
}

TEST_CASE("a page with marks of a service and no article of it is a page") {
    const Reading reading = read_page_or_export(
        "<html><head><title>T</title></head><body><p>About &lt;DOCFULL&gt;, articleParagraph and "
        "Headline.</p></body></html>");
    REQUIRE(reading.articles.size() == 1);
    CHECK(value_of(reading.articles[0], "title") == "T");
}

}  // namespace
}  // namespace dateline
