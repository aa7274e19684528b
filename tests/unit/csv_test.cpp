// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "indexer/readers/containers/csv_rows.h"
#include "tests/unit/containers.h"

namespace dateline {

TEST_CASE("tables with a column of texts give an article a row, at its first line") {
    struct Row {
        const char* name;
        std::string bytes;
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
        {"a.csv", "title,text\ra,\"x\r\ry\"\rb,y", {"2 a", "5 b"}},
        {"a.csv", "sep=;\r\ntitle;text\r\n\"a, b\";x\r\n", {"3 a, b"}},
        {"a.csv", "\xEF\xBB\xBF\"sep=|\"\ntitle|text\na, b|x\n", {"3 a, b"}},
        {"a.csv", "\xEF\xBB\xBF\"title\ny\",title,text\nx,a,y\n", {"3 a"}},
        {"a.csv", "title,text,\"a;b;c;d\"\na,x,y\n", {"2 a"}},
        {"a.csv", "title,text\na;\"b,x\nc|\"d,y\n", {"2 a;\"b", "3 c|\"d"}},
        {"a.csv", "title, text\na, \"x, y\n z\"\nb,\"x\"\n", {"2 a", "4 b"}},
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

TEST_CASE("a cell's text is what the row says, also in rows that break the rules") {
    const std::pair<const char*, const char*> rows[] = {
        {"title, text\na, \"x, y\"\n", "x, y"},
        {"title,text\na,x, y, and z,, \n", "x, y, and z"},
        {"title,text\na,x,\"y, z\"\n", "x,y, z"},
        {"title,text\na,\"x\",,\n", "x"},
        {"title,text\na,\"say \"\"x\"\"\"\n", "say \"x\""},
        {"title,text\na,5\" disk; \"b\"\n", "5\" disk; \"b\""},
        {"title,text\na,b; \"x\n", "b; \"x"},
    };
    for (const auto& [bytes, text] : rows) {
        CAPTURE(bytes);
        const ReadContainer read = read_container("a.csv", bytes);
        CHECK(read.problems.empty());
        REQUIRE(read.articles.size() == 1);
        CHECK(read.articles[0].text.substr(0, 40) == text);
    }
}

TEST_CASE("columns of texts are known however their names are written, or by their long prose") {
    for (const char* name : {"Full Text", "full_text", "ARTICLE-TEXT", "articleText", "texto",
                             "Texte", "正文", "story", "Transcript", "plaintext"}) {
        CAPTURE(name);
        const ReadContainer read =
            read_container("a.csv", std::string("Title,") + name + "\na,x\n");
        CHECK(read.items == Strings{"2 a"});
        CHECK(read.problems.empty());
    }
    std::string prose;
    for (int i = 0; i < 20; ++i) prose += "It went on for a day. Nobody was there! ";
    const std::string head = "title,summary,words,tags\n";
    const ReadContainer read = read_container(
        "a.csv", head + "a," + prose + prose + ",short,x\nb,y," + prose + ",x\nc,y,,x\n");
    CHECK(read.items == Strings{"2 a", "3 b"});
    REQUIRE(read.articles.size() == 2);
    CHECK(read.articles[0].text == "short");
    CHECK(read.articles[1].text.size() == prose.size() - 1);
    CHECK(read.problems == Strings{"0 1 of 3 rows has no text"});
}

TEST_CASE("tables of something else are skipped, of links named, and odd ones told") {
    struct Row {
        const char* bytes;
        Strings problems;
        bool holds;
    };
    const Row rows[] = {
        {"ward,street\n1,x\n", {"0 no column of texts among: ward, street"}, false},
        {"the,quick\nbrown,fox\n", {"0 no column of texts among: the, quick"}, false},
        {"a,b,c,d,e,f,g,h,i,a name that is much longer than others are,k\n",
         {"0 no column of texts among: a, b, c, d, e, f, g, h, i, a name that is much longer tha…, "
          "…"},
         false},
        {"sep=\xC3\ntitle;\xC3\xA9\n",
         {"0 no commas, semicolons, tabs or bars between columns"},
         false},
        {"text\nx\n", {"0 no commas, semicolons, tabs or bars between columns"}, false},
        {"", {}, false},
        {"1\t2026\thttps://e.org/1\n2\t2026\thttps://e.org/2\n", {"0 2 links and no texts"}, false},
        {"title,url\na,https://e.org/1\nb,https://e.org/2\n", {"0 2 links and no texts"}, false},
        {"title,text\na,x\nb,\n", {"0 1 of 2 rows has no text"}, true},
        {"title,text,url\na,x,u\nb,y, z,u\nc,y, z,u\n",
         {"0 2 rows have more cells than the header; what is behind them is left out"},
         true},
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
