// SPDX-License-Identifier: GPL-2.0-or-later
// What the formats of the agencies say; the golden articles have a whole file of each.
#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/agency/anpa.h"
#include "indexer/readers/agency/iptc7901.h"
#include "indexer/readers/agency/item_fields.h"
#include "indexer/readers/agency/news_items.h"
#include "indexer/readers/agency/wire.h"
#include "indexer/readers/readers.h"

namespace dateline {
namespace {

std::string values_of(const RawArticle& article, std::string_view key) {
    std::string all;
    for (const RawField& field : article.fields)
        if (field.key == key)
            for (const std::string& value : field.values)
                all.append(all.empty() ? "" : " | ").append(value);
    return all;
}

TEST_CASE("an agency's names for what an item is of are understood") {
    struct Row {
        const char* name;
        NewsItemKind kind;
    };
    const Row rows[] = {
        {"ninat:text", NewsItemKind::article},
        {"icls:picture", NewsItemKind::picture},
        {"Photo", NewsItemKind::picture},
        {"ninat:composite", NewsItemKind::package},
        {"http://cv.iptc.org/newscodes/ninature/video", NewsItemKind::video},
        {"story", NewsItemKind::article},
        {"", NewsItemKind::article},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(news_item_kind(row.name) == row.kind);
    }
    CHECK(is_withdrawn("stat:canceled"));
    CHECK(is_withdrawn("Canceled"));
    CHECK_FALSE(is_withdrawn("stat:usable"));
    CHECK_FALSE(is_withdrawn(""));
}

TEST_CASE("bylines of agencies keep the names alone") {
    struct Row {
        const char* line;
        const char* names;
    };
    const Row rows[] = {
        {"By Ann Lee", "By Ann Lee"},
        {"gr/bp", ""},
        {"Ann Lee / Faktisk.no", "Ann Lee"},
        {"Ann Lee / John Roe", "Ann Lee | John Roe"},
        {"By Ann Lee, Sample Press Political Correspondent", "By Ann Lee"},
        {"李娜", "李娜"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        RawArticle article;
        ItemFields(article).say_byline(nullptr, row.line);
        CHECK(values_of(article, "byline") == row.names);
    }
}

TEST_CASE("the section is the top of the first subject, by its own name where that is stated") {
    RawArticle article;
    ItemFields fields(article);
    fields.say_subject(nullptr, "medtop:20000151", "flood");
    fields.say_subject(nullptr, "subj:15054000", "soccer");
    fields.say_subject(nullptr, "subj:11000000", "politics");
    CHECK(values_of(article, "section") == "sport");
    fields.say_subject(nullptr, "subj:15000000", "Urheilu");
    CHECK(values_of(article, "section") == "Urheilu");
    CHECK(values_of(article, "tags") == "flood | soccer | politics | Urheilu");
}

TEST_CASE("days that nobody filled in are none") {
    RawArticle article;
    ItemFields fields(article);
    fields.say_day(nullptr, "YYYYMMDD000000-HHMM");
    fields.say_day(nullptr, "20260304T233000-0500");
    fields.say_day(nullptr, "20260305T000000Z");
    CHECK(values_of(article, "published") == "20260304T233000-0500");
}

TEST_CASE("who published an item is a name or a host") {
    struct Row {
        const char* value;
        const char* key;
        const char* name;
    };
    const Row rows[] = {
        {"STT–AFP", "outlet", "STT"},
        {"The Halden Press. All rights reserved.", "outlet", "The Halden Press"},
        {"halden.example", "domain", "halden.example"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        RawArticle article;
        ItemFields(article).say_outlet(nullptr, row.value);
        CHECK(values_of(article, row.key) == row.name);
    }
}

TEST_CASE("the text of a story keeps its paragraphs, and its cells on their rows") {
    struct Row {
        const char* content;
        const char* text;
    };
    const Row rows[] = {
        {"<p>a</p>\n<p>b</p>", "a\n\nb"},
        {"<p>a\n        b</p>", "a\nb"},
        {"<p>a\nb\n    c\nd</p>", "a\nb\n\nc\nd"},
        {"<p>a\n\nb</p>", "a\n\nb"},
        {"<table>\n<tr>\n<td>1</td>\n<td>\n2\n</td>\n</tr>\n<tr><td>3</td></tr></table>",
         "1  2\n3"},
        {"<p>a</p><media><media-caption>b</media-caption></media><note><p>c</p></note>", "a"},
        {"<p>a &amp;#39;b&amp;#39;</p>", "a 'b'"},
        {"<p>&lt;script&gt;x&lt;/script&gt;</p><p>a</p>", "a"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.content);
        const std::string xml = std::string("<nitf><body><body.content>") + row.content +
                                "</body.content></body></nitf>";
        const Reading reading = read_agency_xml(xml);
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].text == row.text);
    }
}

TEST_CASE("wires are told by their frame, and binary files are none") {
    CHECK(begins_wire("\x16\x16\x01W0001\x1Fs\nr a\n\x02^K<"));
    CHECK(
        begins_wire("\r\n\x01"
                    "eca001 3 i 80 dpa 061\r\n\x02T"));
    CHECK_FALSE(begins_wire("\x01\x02\x03\x04"));
    CHECK_FALSE(begins_wire("W0001\x1Fs\nr a\n\x02^K<"));
    CHECK_FALSE(begins_wire(""));
}

TEST_CASE("the day of a wire is the agency's own, with the year of its last line") {
    struct Row {
        const char* header;
        const char* footer;
        const char* day;
    };
    const Row rows[] = {
        {"W1\x1Fs\nr e\x13\x11 K  02-09 0121\n", "AP-WF-02-10-16 0423GMT<", "2016-02-09"},
        {"W1\x1Fs\nr e\x13\x11 K  12-31 0121\n", "AP-WF-01-01-26 0423GMT<", "2025-12-31"},
        {"W1\x1Fs\nr e\x13\x11 K\n", "AP-WF-01-01-99 0423GMT<", "1999-01-01"},
        {"W1\x1Fs\nr e\x13\x11 K  02-09 0121\n", "no day", ""},
        {"eca001 3 i 80 dpa 061\n", "131137 GMT Nov 13", "13 Nov 2013"},
        {"eca001 3 i 80 dpa 061\n", "211259 Nov 18", "21 Nov 2018"},
        {"eca001 3 i 80 dpa 061\n", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.footer);
        const WireMessage message{row.header, "^K<\n   a\n", row.footer, 1, 1};
        const bool anpa = message.header.find('\x1F') != message.header.npos;
        CHECK(values_of(anpa ? anpa_article(message) : iptc7901_article(message), "published") ==
              row.day);
    }
}

TEST_CASE("words between inline elements of an item's page are no routing line") {
    struct Row {
        const char* body;
        const char* text;
    };
    const Row rows[] = {
        {"<b>One</b> <b>TWO</b>", "One TWO"},
        {"In <b>Rome</b> (<i>AFP</i>) it rains.", "In Rome (AFP) it rains."},
        {"<p>a</p>51 77 CRO01 QBXB<p>b</p>", "a\n\nb"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.body);
        const Reading reading = read_agency_xml(
            std::string("<newsMessage><itemSet><newsItem><contentSet><inlineXML><html><body>") +
            row.body +
            "</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>");
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].text == row.text);
    }
}

TEST_CASE("messages of a wire that are cut short are read as far as they go") {
    for (const char* bytes : {"\x01W0001\x1Fs\nr a\n\x02", "\x01W0001\x1Fs\nr a\n\x02^K<\n   a",
                              "\x01W0001\x1Fs\nr a\n\x02^K<\n   a\x01W0002\x1Fs\nr a\n\x02"}) {
        const Reading reading = read_wire(bytes);
        CHECK(reading.articles.size() + reading.problems.size() > 0);
    }
}

}  // namespace
}  // namespace dateline
