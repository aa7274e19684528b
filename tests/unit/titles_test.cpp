// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/titles.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace dateline;

TEST_CASE("a stated title loses its markup and keeps its words") {
    struct Row {
        std::string_view stated;
        std::string_view title;
    };
    const Row rows[] = {
        {"Storm hits coast", "Storm hits coast"},
        {"  Storm \n hits  coast ", "Storm hits coast"},
        {"Cats &amp; dogs &#8217;til dawn&#46;", "Cats & dogs ’til dawn."},
        {"The <em>Big</em> One", "The Big One"},
        {"One<br/>two", "One two"},
        {"Why Vec<T> is <fast>", "Why Vec<T> is <fast>"},
        {"The Motherf**ker and the f***ing word", "The Motherf**ker and the f***ing word"},
        {"**All** of it, **简单**投资 and ***both***", "All of it, 简单投资 and both"},
        {"SEARS <S> UNIT, DU PONT <DD> WINS AGAINST PHILLIPS <P>",
         "SEARS <S> UNIT, DU PONT <DD> WINS AGAINST PHILLIPS <P>"},
        {"A <b>bold</b> <B>claim</B><br>and <a href=\"x\">link</a>", "A bold claim and link"},
        {"The **new** `cargo` and *old* _habits_", "The new cargo and old habits"},
        {"snake_case and 5 * 3 * 2", "snake_case and 5 * 3 * 2"},
        {"Read [the report](https://example.org/a) now", "Read the report now"},
        {"[GSoc 2017] Adding fonts", "[GSoc 2017] Adding fonts"},
        {"A ](", "A ]("},
        {"*", "*"},
        {"<", "<"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.stated);
        CHECK(plain_inline(row.stated) == row.title);
    }
}

TEST_CASE("a headline is short and at most one sentence") {
    struct Row {
        std::string_view line;
        bool headline;
    };
    const Row rows[] = {
        {"Anthropic rejects Pentagon terms over AI safeguards dispute.", true},
        {"Storm hits coast, thousands flee", true},
        {"Who will pay for the flood?", true},
        {"U.S. Senate passes budget", true},
        {"北大学生申请信息公开", true},
        {"It rained. Then it stopped.", false},
        {"He said so: \"We are leaving.\"", false},
        {"the cat sat on the mat", false},
        {"Advertisement for something else", false},
        {"https://example.org/ is a site", false},
        {"They wanted the following things:", false},
        {"Short", false},
        {"At stake is a contract worth up to $200 million and the company's continued access to "
         "military networks, which nobody else has had for a long time.",
         false},
        {"A sentence with a full stop that goes on for more than ninety columns is hardly ever a "
         "headline.",
         false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(reads_like_headline(row.line) == row.headline);
    }
}

TEST_CASE("a headline gives up its full stop, an abbreviation keeps it") {
    CHECK(headline_title("Storm hits coast.") == "Storm hits coast");
    CHECK(headline_title("Storm hits the U.S.") == "Storm hits the U.S.");
    CHECK(headline_title("And then...") == "And then...");
    CHECK(headline_title("Who pays?") == "Who pays?");
}

TEST_CASE("the first sentence is shortened at a word") {
    CHECK(first_sentence_title("It rained. Then it stopped.") == "It rained.");
    CHECK(first_sentence_title("\n\nOne line\nand another\n\nSecond") == "One line and another");
    const std::string words =
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi ";
    CHECK(
        first_sentence_title(words + words) ==
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi alpha beta gamma "
        "delta…");
    std::string wide;
    for (int i = 0; i < 90; ++i) wide += "事";
    std::string cut;
    for (int i = 0; i < 50; ++i) cut += "事";
    CHECK(first_sentence_title(wide) == cut + "…");
    CHECK(first_sentence_title("") == "");
    CHECK(first_sentence_title("\n \n") == "");
}

TEST_CASE("a file's name is a title of last resort") {
    struct Row {
        std::string_view path;
        std::string_view title;
    };
    const Row rows[] = {
        {"archive/2015-06-05-what-we-know.md", "What we know"},
        {"20150605_note.txt", "Note"},
        {"posts/some-story/index.md", "Some story"},
        {"On the road.txt", "On the road"},
        {"2015-06-05.md", "2015 06 05"},
        {"feed.jsonl:12", "feed.jsonl:12"},
        {"README", "README"},
        {".hidden", ".hidden"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        CHECK(file_name_title(row.path) == row.title);
    }
}

}  // namespace
