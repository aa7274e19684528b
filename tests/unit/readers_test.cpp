// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/readers.h"

#include <doctest/doctest.h>

#include "indexer/readers/containers.h"

using namespace std::string_literals;

namespace dateline {

TEST_CASE("a file's name tells a line archive, also when it is compressed") {
    const FileBytes empty = bytes_in_memory("");
    for (const char* name : {"a.jsonl", "A.NDJSON", "a.jsonl.gz", "b.ndjson.zst"}) {
        CAPTURE(name);
        CHECK(find_container(name, empty) != nullptr);
    }
    for (const char* name : {"a.json", "jsonl", "a.gz", "a.jsonl.txt"}) {
        CAPTURE(name);
        CHECK(find_container(name, empty) == nullptr);
    }
}

TEST_CASE("the format is told by content first, by name second") {
    struct Row {
        std::string name;
        std::string bytes;
        Format format;
    };
    const Row rows[] = {
        {"a.txt", " date 2026-02-27 Text", Format::header_text},
        {"a.txt", " date 2026-02-27\nText", Format::header_text},
        {"a.txt", "date 2026-02-27 Text", Format::plain_text},
        {"a.txt", " date of 2026-02-27", Format::plain_text},
        {"a.txt", " date 2026-02-271 x", Format::plain_text},
        {"a.txt", "---\ntitle: x\n---\n", Format::markdown},
        {"a.html", "\n+++\ntitle = 'x'\n+++\n", Format::markdown},
        {"a.md", "text", Format::markdown},
        {"folder.d/README", "text", Format::plain_text},
        {"a", "<!-- saved -->\n<!DOCTYPE html><html>", Format::web_page},
        {"a.txt", "\xEF\xBB\xBF<html lang=en>", Format::web_page},
        {"a.html", "<p>text", Format::web_page},
        {"a.xml", "<?xml version='1.0'?>\n<rss version='2.0'>", Format::feed},
        {"a", "<?xml version='1.0'?><!-- x --><feed xmlns='x'>", Format::feed},
        {"a.xml", "<?xml version='1.0'?><svg>", Format::unknown},
        {"a.json", "{\"title\": \"x\"}\n{\"title\": \"y\"}\n", Format::container},
        {"a.jsonl", "{\"title\": \"x\"}", Format::container},
        {"a.txt.gz", "\x1F\x8B\x08\x00", Format::unknown},
        {"a", "From: a@b\nSubject: x\nMIME-Version: 1.0\n\ntext", Format::mail},
        {"a.txt", "From: the editor\nSubject: x\n\ntext", Format::plain_text},
        {"a.eml", "Subject: x\n\ntext", Format::mail},
        {"a.txt", "%PDF-1.4", Format::pdf},
        {"a.txt", "\x01\x02\x03\x04\x05\x06\x07", Format::unknown},
        {"a.txt", "\xFF\xFEt\0e\0x\0t\0"s, Format::plain_text},
        {"a.css", "p { x: y }", Format::unknown},
        {"a.yaml", "---\na: b\n---\n", Format::unknown},
        {"Mr. Smith goes to Washington", "text", Format::plain_text},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CAPTURE(row.bytes);
        Format format = Format::unknown;
        read_file(row.name, row.bytes, format);
        CHECK(format == row.format);
    }
}

TEST_CASE("the date header gives its date, and the text begins on its line") {
    const Reading reading = read_file("a.txt", " date 2026-02-27 One.\r\n\r\nTwo.\r\nThree.\r\n");
    REQUIRE(reading.articles.size() == 1);
    const RawArticle& article = reading.articles[0];
    CHECK(article.fields == std::vector<RawField>{{"date", {"2026-02-27"}, 1}});
    CHECK(article.text == "One.\n\nTwo.\nThree.");
    CHECK(article.lines == std::vector<LineMark>{{0, 1}});
    CHECK(reading.problems.empty());
}

TEST_CASE("plain text keeps paragraphs and lines, and their lines in the file") {
    struct Row {
        std::string text;
        std::string read;
        std::vector<LineMark> lines;
    };
    const Row rows[] = {
        {"One\ntwo\n\nthree", "One\ntwo\n\nthree", {{0, 1}}},
        {"\n\n  One  \n \n\n\nTwo\n\n", "One\n\nTwo", {{0, 3}, {5, 7}}},
        {"Showers\nwent on.\n    The dry\nperiod.",
         "Showers\nwent on.\n\nThe dry\nperiod.",
         {{0, 1}, {18, 3}}},
        {"　　一\n　　二", "一\n二", {{0, 1}}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const RawArticle article = read_plain_text(row.text).articles[0];
        CHECK(article.text == row.read);
        CHECK(article.lines == row.lines);
        CHECK(article.heading.empty());
    }
}

TEST_CASE("what is no article is a problem") {
    CHECK(read_file("a.png", "\x89PNG\r\n\x1A\n").problems ==
          std::vector<Problem>{{"", 0, "not a text file", true}});
    CHECK(read_file("a.txt", " \r\n").problems ==
          std::vector<Problem>{{"", 0, "the file is empty", true, ProblemKind::empty}});
    CHECK(read_file("a.txt", "").articles.empty());
}

TEST_CASE("an .html file with front matter is HTML behind it") {
    const RawArticle article =
        read_file("a.html", "+++\ntitle = \"T\"\n+++\n\n<h2>A_b</h2>\n    <p>c *d*</p>\n")
            .articles[0];
    CHECK(article.fields == std::vector<RawField>{{"title", {"T"}, 2}});
    CHECK(article.text == "A_b\n\nc *d*");
    CHECK(article.lines == std::vector<LineMark>{{0, 5}, {5, 6}});
    CHECK(article.heading == "A_b");
}

TEST_CASE("problems of the encoding come with the article") {
    const Reading reading = read_file("a.txt", "caf\xE9");
    CHECK(reading.articles[0].text == "café");
    CHECK(reading.problems.size() == 1);
}

}  // namespace dateline
