// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "indexer/readers/containers/csv_rows.h"
#include "tests/unit/containers.h"

namespace dateline {

TEST_CASE("tables with a column of texts give an article a row, at its first line") {
    struct Row {
        const char* name;
        const char* bytes;
        Strings items;
    };
    const Row rows[] = {
        {"a.csv", "title,text\na,x\nb,y\n", {"2 a", "3 b"}},
        {"a.csv", "\xEF\xBB\xBFTitle;Body\r\na;\"x\r\n\r\ny\"\r\nb;z", {"2 a", "5 b"}},
        {"a.tsv", "\"title\"\t\"content\"\n\"a\"\t\"x\"\n", {"2 a"}},
        {"a.csv", "text,title\n\"say \"\"x\"\", y\",\"a, b\"\n5\" disk,c\n", {"2 a, b", "3 c"}},
        {"a.csv", "title,text\n\na,x\n", {"3 a"}},
        {"a.csv", "title,text,url\na,x\n", {"2 a"}},
        {"a.csv", "title,text\na,x,y,z\n", {"2 a"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        const ReadContainer read = read_container(row.name, row.bytes);
        CHECK(read.items == row.items);
        CHECK(read.problems.empty());
    }
    const ReadContainer read =
        read_container("a.csv", "title;text\r\na;\"one \"\"two\"\"\r\n\r\nthree; four\"\r\n");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].text == "one \"two\"\n\nthree; four");
}

TEST_CASE("tables of something else are skipped, of links named, and odd ones told") {
    struct Row {
        const char* bytes;
        Strings problems;
        bool holds;
    };
    const Row rows[] = {
        {"ward,street\n1,x\n", {}, false},
        {"the,quick\nbrown,fox\n", {}, false},
        {"", {}, false},
        {"1\t2026\thttps://e.org/1\n2\t2026\thttps://e.org/2\n", {"0 2 links and no texts"}, false},
        {"title,url\na,https://e.org/1\nb,https://e.org/2\n", {"0 2 links and no texts"}, false},
        {"title,text\na,x\nb,\n", {"0 1 of 2 rows has no text"}, true},
        {"title,text\na,\"x\nb,y\n", {"2 a cell's quotation mark does not end"}, true},
        {"title,text\na,caf\xe9\nb,\xe9t\xe9\n", {"2 not UTF-8, read as Windows-1252"}, true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        const ReadContainer read = read_container("a.csv", row.bytes);
        CHECK(read.problems == row.problems);
        CHECK(read.holds_articles == row.holds);
    }
}

TEST_CASE("a row that is too long is passed over and reported") {
    Strings rows;
    CsvRows cutter(
        [&](std::string_view row, std::uint32_t) {
            rows.emplace_back(row);
            return true;
        },
        5);
    cutter.add("a,b\n1234567\nc,d");
    cutter.finish();
    CHECK(rows == Strings{"a,b", "c,d"});
    CHECK(cutter.take_problems().size() == 1);
}

}  // namespace dateline
