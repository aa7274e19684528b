// SPDX-License-Identifier: GPL-2.0-or-later
// Queries that cannot be read: what the message says, and where it points.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "tests/unit/readings.h"

using namespace dateline;

namespace {

/// The message and hint of the Error that the query gives; "" if it gives none.
std::string complaint(std::string_view typed) {
    try {
        parse_query(typed, query_day);
    } catch (const Error& error) {
        return std::string(error.what()) + "\nhint: " + error.hint();
    }
    return "";
}

/// The column of the caret, from 0.
std::size_t caret_column(std::string_view typed) {
    try {
        parse_query(typed, query_day);
    } catch (const Error& error) {
        const std::string message = error.what();
        return message.size() - 1 - (message.rfind("\n  ") + 3);
    }
    return std::string::npos;
}

}  // namespace

TEST_CASE("an error names the trouble and points at the place") {
    struct Row {
        std::string_view typed;
        std::string_view message;
        std::size_t column;
    };
    const auto rows = std::to_array<Row>({
        {"(a OR", "'OR' needs a word on each side", 3},
        {"(a b", "this '(' is never closed", 0},
        {"x (a (b)", "this '(' is never closed", 2},
        {"a) b", "this ')' has no '('", 1},
        {"a ()", "nothing between the parentheses", 2},
        {"a \"b c", "this quote is never closed", 2},
        {"“ä” “b c", "this quote is never closed", 4},
        {"OR a", "'OR' needs a word", 0},
        {"a AND", "'AND' needs a word", 2},
        {"a OR OR b", "'OR' needs a word", 2},
        {"a NOT", "'NOT' needs a word", 2},
        {"a NOT -b", "excluded only once", 6},
        {"w/5 b", "'w/5' needs a word", 0},
        {"a w/5", "'w/5' needs a word", 2},
        {"a not w/5", "'not w/5' needs a word", 2},
        {"a w/0 b", "1 to 255", 2},
        {"a pre/256 b", "1 to 255", 2},
        {"a w/99999999999999999999 b", "1 to 255", 2},
        {"a not pre/3 b", "'not' goes with w/n only", 2},
        {"(a b) w/5 c", "'w/5' takes words", 0},
        {"a w/5 (b AND c)", "'w/5' takes words", 6},
        {"a w/5 outlet:npr", "'w/5' takes words", 6},
        {"a w/5 -b", "cannot be excluded", 6},
        {"atleast3(a b)", "takes words", 8},
        {"atleast0(a)", "out of range", 0},
        {"first999999(a)", "out of range", 0},
        {"caps(a*)", "'caps' takes a word", 4},
        {"title:caps(US)", "'caps' takes a word", 10},
        {"outlt:npr", "no field 'outlt'", 0},
        {"a outlt:\"The Verge\"", "no field 'outlt'", 2},
        {"site:npr.org", "no field 'site'", 0},
        {"hd=strike", "no field 'hd='", 0},
        {"wc>1000", "no field 'wc>'", 0},
        {"has:dat", "does not know 'dat'", 4},
        {"author:", "nothing follows 'author:'", 0},
        {"author:PUB(npr)", "a field cannot stand inside another", 7},
        {"lead:outlet:npr", "a field cannot stand inside another", 5},
        {"outlet:title(x)", "a field cannot stand inside another", 7},
        {"date:2018 .. 2019", "a range has neither blanks nor quotes", 10},
        {"date:2018 ..2019", "a range has neither blanks nor quotes", 10},
        {"date:\"2018\"..2019", "a range has neither blanks nor quotes", 11},
        {"a !!b", "a word can be excluded only once", 2},
        {"a !-b", "a word can be excluded only once", 2},
        {"a ANDNOT b", "'ANDNOT' is no operator here", 2},
        {"(title:)", "nothing follows 'title:'", 1},
        {"title:&", "no letters or digits", 6},
        {"outlet:-npr", "before the field's name", 7},
        {"summary:x", "cannot be searched", 8},
        {"date:2026-02-30", "2026-02-30", 5},
        {"date:>9999", "no day is after 9999-12-31", 5},
        {"date:>9999-12-31", "no day is after 9999-12-31", 5},
        {"date:<0001", "no day is before 0001-01-01", 5},
        {"date:<0001-01", "no day is before 0001-01-01", 5},
        {"date:>2025..", "date:> takes one date, not the range '2025..'", 5},
        {"date:>=..2025", "date:>= takes one date, not the range '..2025'", 5},
        {"date:<2024..2025", "date:< takes one date, not the range '2024..2025'", 5},
        {"date:(x OR 2021)", "'x'", 6},
        {"length:many", "no range of numbers", 7},
        {"length:800..100", "no range of numbers", 7},
        {"length:99999999999999999999", "no range of numbers", 7},
        {"length:<0", "no range of numbers", 7},
        {"a *", "a wildcard needs letters", 2},
        {"a ??? *?", "a wildcard needs letters", 6},
        {"word~3", "1 or 2 letters", 0},
        {"word~0.8", "1 or 2 letters", 0},
        {"\"a b\"~5", "behind single words", 5},
        {"strike^2", "weight with ^", 0},
        {"=(a b)", "stands directly before a word", 0},
        {"=word~", "'~' for similar words", 1},
        {"outlet:=", "no letters or digits", 7},
        {"outlet:=-npr", "before the field's name", 8},
        {"!", "no word", 0},
        {"NOT !b", "excluded only once", 4},
        {"strike NEAR rail", "'NEAR' is no operator here", 7},
        {"strike SAME \"rail port\"", "'SAME' is no operator here", 7},
        {"strike W/ rail", "'W/' is no operator here", 7},
        {"(strike) WITHIN rail", "'WITHIN' is no operator here", 9},
        {"from:x", "no field 'from'", 0},
        {"by:x", "no field 'by'", 0},
        {"a in:x", "no field 'in'", 2},
        {"subject:x", "no field 'subject'", 0},
        {"strike/F50/", "'/F50/' is no operator here", 0},
        {"date:[2021 TO 2023]", "no brackets", 5},
        {"BODY(x)", "cannot be searched", 5},
        {"DATE(s OR x)", "'s'", 5},
        {"!!! ...", "no word in the query", 0},
        {"  &", "no word in the query", 2},
        {"\"...\"", "no word in the query", 0},
        {"供应 (链", "never closed", 5},
    });
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        const std::string text = complaint(row.typed);
        CAPTURE(text);
        CHECK(text.find(row.message) != std::string::npos);
        CHECK(text.substr(text.find("\nhint: ")).size() > 8);
        CHECK(caret_column(row.typed) == row.column);
    }
}

TEST_CASE("a range that was typed apart is named as it is typed in one") {
    for (const char* typed : {"date:2018 ..2019", "date:\"2018\"..2019"}) {
        CAPTURE(typed);
        CHECK(complaint(typed).ends_with("hint: type date:2018..2019"));
    }
}

TEST_CASE("a long query is cut around the place of the error") {
    std::string typed;
    for (int i = 0; i < 60; ++i) typed += "wörter ";
    typed += "(b";
    const std::string text = complaint(typed);
    CAPTURE(text);
    CHECK(text.find("\n  …") != std::string::npos);
    CHECK(text.find("(b\n") != std::string::npos);
    CHECK(caret_column(typed) == 49);
}

TEST_CASE("control characters and broken bytes never reach an error message") {
    const std::string text = complaint("a\x1b[31m\xff\x80 (\n b");
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\xff') == std::string::npos);
    CHECK(text.find("never closed") != std::string::npos);
}

TEST_CASE("caps on length, words and depth are errors") {
    CHECK(complaint(std::string(4097, 'a')).find("longer than 4096 bytes") != std::string::npos);
    CHECK(complaint(std::string(4096, 'a')).empty());
    std::string words;
    for (int i = 0; i < 128; ++i) words += "a ";
    CHECK(complaint(words).empty());
    CHECK(complaint(words + "b").find("more than 128 words") != std::string::npos);
    CHECK(complaint("\"" + words + "b\"").find("more than 128 words") != std::string::npos);
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '(') + "a" + std::string(depth, ')');
    };
    CHECK(complaint(nested(31)).empty());
    CHECK(complaint(nested(32)).find("nested more than 32 deep") != std::string::npos);
    CHECK(complaint(nested(2000)).find("nested more than 32 deep") != std::string::npos);
    for (const std::string_view prefix :
         {"lead:(", "title:(", "+", "caps(", "NOT (", "atleast2("}) {
        CAPTURE(prefix);
        std::string typed;
        for (int i = 0; i < 400; ++i) typed += prefix;
        CHECK_FALSE(complaint(typed + "a").empty());
    }
    std::string chain = "a";
    for (int i = 0; i < 100; ++i) chain += " w/2 a";
    CHECK(complaint(chain).find("nested more than 32 deep") != std::string::npos);
}

TEST_CASE("random queries give a tree or an error that points into the query") {
    const std::vector<std::string> pieces{
        "a",         "strike", " ",           " ",        " ",       "\"",   "“",     "”",
        "(",         ")",      "-",           "+",        "=",       "*",    "?",     "~",
        "~2",        ":",      "title:",      "date:",    "outlet:", "has:", "lead:", "AND ",
        " OR ",      " NOT ",  " w/5 ",       " /s ",     " pre/2 ", "not ", "caps(", "first5(",
        "atleast2(", "2021",   "..",          ">",        "供应",    "–",    "\xff",  "\x1b",
        "U.S.",      "don’t",  "http://x.y/", "^",        "/",       "!",    "…",     "æ",
        "NEAR ",     "PUB(",   "author(s)",   "outlet:=", "=\"",     "F50/", "same ", "date:["};
    std::mt19937 random(20260301);
    std::size_t trees = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string typed;
        const std::size_t count = random() % 14;
        for (std::size_t i = 0; i < count; ++i) typed += pieces[random() % pieces.size()];
        CAPTURE(typed);
        try {
            const Node root = parse_query(typed, query_day);
            CHECK_FALSE(to_string(root).empty());
            ++trees;
        } catch (const Error& error) {
            CHECK_FALSE(error.hint().empty());
            CHECK(std::string_view(error.what()).ends_with("^"));
        }
    }
    CHECK(trees > 2000);
}
