// SPDX-License-Identifier: GPL-2.0-or-later
// PDF: rows of words -> paragraphs; and the process that makes the rows.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/readers/pdf/helper_process.h"
#include "tests/unit/pdf_rows.h"
#include "tests/unit/temporary_folder.h"

namespace dateline {
namespace {

TEST_CASE("lines become paragraphs, over columns and pages, at indents and gaps and short lines") {
    CHECK(text_of(PdfRows()
                      .page()
                      .line(500, 1000, "the first line of a text that")
                      .line(500, 1130, "goes on here and ends in it.")
                      .line(600, 1260, "an indented line begins anew")
                      .line(500, 1390, "and goes on at the margin of")
                      .line(3000, 1000, "the next column, where it all")
                      .line(3000, 1130, "ends.")
                      .line(3000, 1500, "a gap divides as well, of two")
                      .page()
                      .line(500, 1000, "pages one sentence is made up")
                      .end()) ==
          "the first line of a text that goes on here and ends in it.\n\nan indented line begins "
          "anew and goes on at the margin of the next column, where it all ends.\n\na gap divides "
          "as well, of two pages one sentence is made up");
}

TEST_CASE("hyphens at the ends of lines go where the whole word is plausible") {
    const auto mended = [](std::string_view before, std::string_view after,
                           std::string_view other) {
        return text_of(PdfRows()
                           .page()
                           .line(500, 1000, before)
                           .line(500, 1130, after)
                           .line(500, 2000, other)
                           .end())
            .substr(0, before.size() + after.size() + 1);
    };
    CHECK(mended("all of the govern-", "ment of this town sat", "other words")
              .starts_with("all of the government of"));
    CHECK(mended("all of the well-", "known people of town", "a well-known man")
              .starts_with("all of the well-known people"));
    CHECK(mended("all of the North-", "South talks of towns", "x")
              .starts_with("all of the North-South"));
    CHECK(mended("the rising-", "star hypothesis of it", "a star is rising")
              .starts_with("the rising-star"));
    CHECK(mended("they came - but -", "late in the day then", "x").starts_with("they came - but"));
}

TEST_CASE("what stands on each page, a browser's lines and numbers of pages are no text") {
    PdfRows rows;
    for (int page = 1; page <= 3; ++page)
        rows.page()
            .line(500, 150, "The Halden Sample")
            .line(500, 1000,
                  fmt::format("the text of page {}, {}, ends.", page, std::string(100, 'a')))
            .line(500, 8150, "https://a.org/x")
            .line(5000, 8150, fmt::format("{}/3", page));
    const Reading reading = read_pdf_rows(rows.end());
    REQUIRE(reading.articles.size() == 1);
    const RawArticle& article = reading.articles[0];
    const std::string as = ", " + std::string(100, 'a') + ", ends.";
    CHECK(article.text == "the text of page 1" + as + "\n\nthe text of page 2" + as +
                              "\n\nthe text of page 3" + as);
    CHECK(article.fields[0] == RawField{"url", {"https://a.org/x"}, 0});
    CHECK(article.unit == PlaceUnit::page);
    CHECK(article.lines == std::vector<LineMark>{{0, 1}, {129, 2}, {258, 3}});
}

TEST_CASE(
    "columns are read one after the other, also below a wide lead and with gaps side by side") {
    const std::string left[] = {"the first column begins here", "it goes on a line or two, and",
                                "then it ends for a while.",    "After a gap the text of the",
                                "first column goes on and on,", "and then it ends at last."};
    const std::string right[] = {"The second column has a text", "of its own, which goes on a",
                                 "line or two, and then ends.",  "Here as well a gap stands in",
                                 "the column, and behind it a",  "last sentence has its place."};
    PdfRows rows;
    rows.page()
        .line(500, 500, "Old bridge closed as river rises", 200)
        .line(500, 900, "A wide lead stands above both of the columns, and it is as wide as both.");
    // As a reader of layouts may give them: blocks that stand side by side.
    for (const int block : {0, 3})
        for (const auto& [column, x] : {std::pair{left, 500}, std::pair{right, 2500}})
            for (int line = 0; line < 3; ++line)
                rows.line(x, 1200 + (block + line) * 130 + block * 40, column[block + line]);
    CHECK(text_of(rows.end()) ==
          "Old bridge closed as river rises\n\n"
          "A wide lead stands above both of the columns, and it is as wide as both.\n\nthe first "
          "column begins here it goes on a line or two, and then it ends for a while.\n\nAfter a "
          "gap the text of the first column goes on and on, and then it ends at last.\n\nThe "
          "second column has a text of its own, which goes on a line or two, and then "
          "ends.\n\nHere as well a gap stands in the column, and behind it a last sentence has its "
          "place.");
}

TEST_CASE("a masthead over the middle column stands above all columns") {
    PdfRows rows;
    rows.page().line(2400, 850, "The Daily Sample");
    for (const int x : {500, 2200, 3900})
        for (int line = 0; line < 6; ++line)
            rows.line(x, 1000 + line * 130, fmt::format("Some words of column {:04}", x));
    const std::string text = text_of(rows.end());
    CHECK(text.starts_with("The Daily Sample\n\nSome words of column 0500"));
    CHECK(text.find("column 0500", text.find("column 2200")) == std::string::npos);
    CHECK(text.find("column 2200", text.find("column 3900")) == std::string::npos);
}

TEST_CASE("the cells of a table are no columns of text") {
    PdfRows rows;
    rows.page();
    for (int row = 0; row < 9; ++row)
        rows.line(500, 1000 + row * 130, fmt::format("Name {}", row))
            .line(2500, 1000 + row * 130, fmt::format("{} %", row))
            .line(4000, 1000 + row * 130, fmt::format("place {}", row));
    CHECK(text_of(rows.end()).starts_with("Name 0 0 % place 0"));
}

TEST_CASE("PDFs that cannot be read say why") {
    struct Row {
        std::string rows;
        const char* message;
    };
    const Row rows[] = {
        {"error encrypted\n", "encrypted: it cannot be read without its password"},
        {"error damaged\n", "damaged: it is no PDF that can be read"},
        {"pages 1\npage 5950 8420\nend\n",
         "no text in it, only pictures; text recognition (OCR) can add it"},
        {"", "damaged: it has no page that can be read"},
        {"word 1 2 3 4 5 1 lost\n", "damaged: it has no page that can be read"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.rows);
        const Reading reading = read_pdf_rows(row.rows);
        CHECK(reading.articles.empty());
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].message == row.message);
        CHECK(reading.problems[0].fatal);
    }
}

TEST_CASE("a PDF whose reading ended early is told to be cut") {
    std::string rows =
        "pages 9\n" + PdfRows().page().line(500, 1000, "the text of page one.").end();
    rows.resize(rows.size() - 4);
    const Reading reading = read_pdf_rows(rows);
    REQUIRE(reading.articles.size() == 1);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].message == "read up to page 1 only");
    CHECK(reading.problems[0].kind == ProblemKind::cut);
}

std::string golden_file(const std::string& name) {
    std::ifstream file(std::string(DATELINE_SOURCE) + "/tests/golden/reading/" + name,
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("a stale cache of fonts, which may not be written anew, keeps no PDF from being read") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "fonts");
    std::ofstream(folder / "fonts.conf")
        << "<fontconfig><dir>" << (folder / "fonts").string() << "</dir><cachedir>"
        << (folder / "cache").string() << "</cachedir></fontconfig>";
    setenv("FONTCONFIG_FILE", (folder / "fonts.conf").c_str(), 1);
    const HelperAnswer answer = run_pdf_helper(golden_file("paper.pdf"));
    unsetenv("FONTCONFIG_FILE");
    CHECK(answer.ending == HelperAnswer::Ending::well);
    CHECK(answer.rows.ends_with("end\n"));
}

TEST_CASE("the process that reads PDF answers in rows, whatever it is given") {
    const HelperAnswer answer = run_pdf_helper(golden_file("paper.pdf"));
    CHECK(answer.ending == HelperAnswer::Ending::well);
    CHECK(answer.rows.find("pages 2\n") != std::string::npos);
    CHECK(answer.rows.ends_with("end\n"));
    for (const std::string bytes : {"", "%PDF-1.4", "%PDF-1.7\n\xFF\xFF\xFF"}) {
        CAPTURE(bytes);
        CHECK(run_pdf_helper(bytes).rows == "error damaged\n");
    }
}

}  // namespace
}  // namespace dateline
