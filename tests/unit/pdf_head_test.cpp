// SPDX-License-Identifier: GPL-2.0-or-later
// PDF: the headline, the byline and the day, and what stands around them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/readers/pdf/pdf_titles.h"
#include "tests/unit/pdf_rows.h"

namespace dateline {
namespace {

TEST_CASE("a title is the headline on the page where the document's own is like it") {
    struct Row {
        const char* stated;
        const char* title;
    };
    const Row rows[] = {
        {"Old bridge closed as river rises | News | The Sample",
         "Old bridge closed as river rises"},
        {"Old bridge closed: the river rises - The Sample", "Old bridge closed: the river rises"},
        {"Microsoft Word - x.doc", "Old bridge closed as river rises"},
        {"The Sample, 4 March 2026, page 3", "Old bridge closed as river rises"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.stated);
        const Reading reading = read_pdf_rows(
            PdfRows()
                .info("Title", row.stated)
                .page()
                .line(500, 1000, "Old bridge closed as river rises", 200)
                .line(500, 1500, "a text that is no headline, and that goes on for a while.")
                .end());
        REQUIRE(reading.articles.size() == 1);
        const auto& fields = reading.articles[0].fields;
        const auto title = std::ranges::find(fields, "title", &RawField::key);
        REQUIRE(title != fields.end());
        CHECK(title->values.front() == row.title);
    }
}

TEST_CASE("sentences with a year or a comma below the headline stay whole and where they are") {
    for (const char* line :
         {"In 2019, a report said so.", "The bridge was built in 1921 by a man from Lyon.",
          "By Monday, all of the piers were closed.", "By Monday, a ferry had come.",
          "0 1000 2000 3000"}) {
        CAPTURE(line);
        CHECK(text_of(PdfRows()
                          .page()
                          .line(500, 1000, "Old bridge closed as river rises", 200)
                          .line(500, 1500, "A text that is no headline, and that goes on a while.")
                          .line(500, 1800, line)
                          .line(500, 2100, "A last paragraph of this text.")
                          .end()) ==
              fmt::format("Old bridge closed as river rises\n\n"
                          "A text that is no headline, and that goes on a while.\n\n{}\n\nA last "
                          "paragraph of this text.",
                          line));
    }
}

TEST_CASE("the byline and the day go below the headline, what stands beside them stays") {
    CHECK(text_of(PdfRows()
                      .page()
                      .line(500, 1000, "Old bridge closed as river rises", 200)
                      .line(500, 1500, "A text that is no headline, and that goes on a while.")
                      .line(500, 1800, "By Ann Lee, a reporter of this paper")
                      .line(500, 2100, "Updated: 4 March 2026 | 5 min read")
                      .end()) ==
          "Old bridge closed as river rises\n\nBy Ann Lee\n\n4 March 2026\n\nA text that is no "
          "headline, and that goes on a "
          "while.\n\na reporter of this paper\n\n5 min read");
}

TEST_CASE("a kicker above the headline is no part of it and stays in the text") {
    struct Row {
        const char* stated;
        const char* address;
        const char* title;
        const char* text;
    };
    const Row rows[] = {
        {"Storm at night on the coast: Ferry torn from its berth | The Sample", "https://a.org/1",
         "Ferry torn from its berth", "Storm at night on the coast\n\n"},
        {"", "https://a.org/ferry-torn-from-its-berth", "Ferry torn from its berth",
         "Storm at night on the coast\n\n"},
        {"Storm at night on the coast Ferry torn from its berth", "https://a.org/1",
         "Storm at night on the coast Ferry torn from its berth", ""},
        {"", "https://a.org/storm-at-night-on-the-coast-ferry-torn-from-its-berth",
         "Storm at night on the coast Ferry torn from its berth", ""},
    };
    const std::string text = "a text that is no headline, and that goes on for a while.";
    for (const Row& row : rows) {
        CAPTURE(row.stated);
        const Reading reading =
            read_pdf_rows(PdfRows()
                              .info("Title", row.stated)
                              .page()
                              .line(500, 1100, "Storm at night on the coast", 200)
                              .line(500, 1330, "Ferry torn from its berth", 200)
                              .line(500, 1800, text)
                              .line(500, 8150, row.address)
                              .end());
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].heading == row.title);
        CHECK(reading.articles[0].text == row.title + ("\n\n" + (row.text + text)));
    }
    const Reading reading = read_pdf_rows(PdfRows()
                                              .page()
                                              .line(500, 1100, "POLITICS")
                                              .line(500, 1330, "FERRY TORN FROM BERTH")
                                              .line(500, 1800, text)
                                              .end());
    CHECK(reading.articles[0].heading == "FERRY TORN FROM BERTH");
    CHECK(reading.articles[0].text == "FERRY TORN FROM BERTH\n\nPOLITICS\n\n" + text);
}

TEST_CASE("a colon that the page itself has is one of its headline") {
    CHECK(kicker_bytes("Storm : the ferry is torn", 5, "Storm : the ferry is torn", "") == 0);
    CHECK(kicker_bytes("Storm: the ferry is torn", 6, "Storm: the ferry is torn", "") == 0);
    CHECK(kicker_bytes("Storm the ferry is torn", 23, "Storm: the ferry is torn - A", "") == 6);
}

TEST_CASE("letters of titles are compared, not their blanks and marks") {
    CHECK(contains_letters("‘Storm’ hits  coast | News", "storm hits coast"));
    CHECK_FALSE(contains_letters("Storm", "storm hits"));
    CHECK(without_site("武汉的声音：有英勇的你-新华网") == "武汉的声音：有英勇的你");
    CHECK(without_site("Well-known ferry") == "Well-known ferry");
    CHECK(words_of_address("https://a.org/old-bridge_closed") == " old bridge closed");
}

TEST_CASE("a headline that reads as a byline stands once, and the byline below it") {
    const Reading reading = read_pdf_rows(
        PdfRows()
            .page()
            .line(500, 700, "Von Der Leyen Wins Vote", 200)
            .line(500, 1000, "By Ann Lee")
            .line(500, 1300, "The vote was closer than anybody had thought it would be in the end,")
            .line(500, 1430, "and it was held on a Tuesday, when nobody had come to see it.")
            .end());
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].heading == "Von Der Leyen Wins Vote");
    CHECK(reading.articles[0].text.find("Von Der Leyen", 10) == std::string::npos);
    CHECK(reading.articles[0].text.find("\n\nBy Ann Lee\n\nThe vote") != std::string::npos);
}

}  // namespace
}  // namespace dateline
