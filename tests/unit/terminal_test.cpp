// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/terminal.h"

#include <doctest/doctest.h>

#include <random>

namespace dateline {
namespace {

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    for (const TextRange line : wrap(text, width, width)) {
        lines.emplace_back(text.substr(line.begin, line.end - line.begin));
    }
    return lines;
}

TEST_CASE("a flag beats NO_COLOR, which beats CLICOLOR_FORCE, which beats the terminal") {
    struct Row {
        ColorChoice choice;
        TerminalFacts facts;
        bool colored;
    };
    const auto automatic = ColorChoice::automatic;
    const Row rows[] = {
        {automatic, {}, false},
        {automatic, {.is_terminal = true, .term = "xterm"}, true},
        {automatic, {.is_terminal = true}, false},
        {automatic, {.is_terminal = true, .term = "dumb"}, false},
        {automatic, {.is_terminal = true, .no_color = "1", .term = "xterm"}, false},
        {automatic, {.clicolor_force = "1"}, true},
        {automatic, {.clicolor_force = "0"}, false},
        {automatic, {.no_color = "1", .clicolor_force = "1"}, false},
        {ColorChoice::always, {.no_color = "1"}, true},
        {ColorChoice::never, {.is_terminal = true, .clicolor_force = "1", .term = "xterm"}, false},
    };
    for (const Row& row : rows) {
        CAPTURE(&row - rows);
        CHECK(use_color(row.choice, row.facts) == row.colored);
    }
}

TEST_CASE("the width is COLUMNS, else the window's, else 80, within limits") {
    CHECK(text_width({}) == 80);
    CHECK(text_width({.window_columns = 132}) == 132);
    CHECK(text_width({.window_columns = 132, .columns = "60"}) == 60);
    CHECK(text_width({.window_columns = 132, .columns = "many"}) == 132);
    CHECK(text_width({.window_columns = 132, .columns = "0"}) == 132);
    CHECK(text_width({.columns = "3"}) == narrowest);
    CHECK(text_width({.columns = "100000"}) == widest);
}

TEST_CASE("width counts columns, not bytes") {
    CHECK(display_width("") == 0);
    CHECK(display_width("caf\xC3\xA9") == 4);
    CHECK(display_width("cafe\xCC\x81") == 4);
    CHECK(display_width("\xE6\x97\xA5\xE6\x9C\xAC") == 4);
    CHECK(display_width("\xE2\x80\x9Cword\xE2\x80\x9D") == 6);
}

TEST_CASE("nothing that a terminal obeys survives, and nothing else is lost") {
    struct Row {
        std::string_view text;
        std::string_view safe;
    };
    const std::string_view nul("a\0b", 3);
    const Row rows[] = {
        {"plain text", "plain text"},
        {"caf\xC3\xA9 \xE6\x97\xA5", "caf\xC3\xA9 \xE6\x97\xA5"},
        {"a\tb\r\nc", "a b  c"},
        {nul,
         "a\xEF\xBF\xBD"
         "b"},
        {"\x1b[31mred", "\xEF\xBF\xBD[31mred"},
        {"\x1b]0;title\x07", "\xEF\xBF\xBD]0;title\xEF\xBF\xBD"},
        {"\xC2\x9B"
         "31m",
         "\xEF\xBF\xBD"
         "31m"},
        {"a\x7F", "a\xEF\xBF\xBD"},
        {"a\x08"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"\x9B"
         "31m",
         "\xEF\xBF\xBD"
         "31m"},
        {"bad \xFF\xC3", "bad \xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xE2\x80\xAEtxt.exe", "txt.exe"},
        {"\xE2\x81\xA6iso\xE2\x81\xA9", "iso"},
        {"so\xC2\xAD"
         "ft",
         "soft"},
        {"\xF3\xA0\x81\x81tag", "tag"},
        {"line\xE2\x80\xA8"
         "end",
         "line end"},
        {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80",
         "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.safe);
        CHECK(make_safe(row.text) == row.safe);
        CHECK(make_safe(row.safe) == row.safe);
    }
    CHECK(make_safe("(a OR\n     ^\x1b", LineBreaks::stay) == "(a OR\n     ^\xEF\xBF\xBD");
}

TEST_CASE("a text is cut at a word, with an ellipsis that fits") {
    struct Row {
        std::string_view text;
        std::size_t width;
        std::string_view cut;
    };
    const Row rows[] = {
        {"short", 5, "short"},
        {"two words", 8, "two\xE2\x80\xA6"},
        {"two words", 5, "two\xE2\x80\xA6"},
        {"two words", 4, "two\xE2\x80\xA6"},
        {"longword", 5, "long\xE2\x80\xA6"},
        {"longword", 1, "\xE2\x80\xA6"},
        {"longword", 0, ""},
        {"\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", 5, "\xE6\x97\xA5\xE6\x9C\xAC\xE2\x80\xA6"},
        {"\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", 2, "\xE2\x80\xA6"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.width);
        CHECK(cut_to_width(row.text, row.width) == row.cut);
    }
}

TEST_CASE("lines break at blanks, and within a word only if it is too long") {
    using Lines = std::vector<std::string>;
    CHECK(wrapped("", 10) == Lines{});
    CHECK(wrapped("   ", 10) == Lines{});
    CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrapped("one  two", 4) == Lines{"one", "two"});
    CHECK(wrapped(" lead and trail ", 20) == Lines{"lead and trail"});
    CHECK(wrapped("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
    CHECK(wrapped("ab abcdefghij", 4) == Lines{"ab", "abcd", "efgh", "ij"});
    CHECK(wrapped("\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", 4) ==
          Lines{"\xE6\x97\xA5\xE6\x9C\xAC", "\xE8\xAA\x9E"});
    CHECK(wrapped("\xE6\x97\xA5\xE6\x9C\xAC", 1) == Lines{"\xE6\x97\xA5", "\xE6\x9C\xAC"});
    CHECK(wrapped("cafe\xCC\x81 au lait", 4) == Lines{"cafe\xCC\x81", "au", "lait"});
}

TEST_CASE("the first line may be narrower") {
    const std::vector<TextRange> lines = wrap("one two three", 3, 20);
    CHECK(lines == std::vector<TextRange>{{0, 3}, {4, 13}});
}

TEST_CASE("random bytes become safe lines of the width, with all that is not blank") {
    std::mt19937 random(2);
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        for (auto i = random() % 60; i > 0; --i) bytes += static_cast<char>(random() % 256);
        const std::string safe = make_safe(bytes);
        const std::size_t width = 2 + random() % 30;
        std::string kept;
        for (const std::string& line : wrapped(safe, width)) {
            CHECK(display_width(line) <= width);
            kept += line;
        }
        std::string wanted = safe;
        std::erase(kept, ' ');
        std::erase(wanted, ' ');
        CHECK(kept == wanted);
        CHECK(display_width(cut_to_width(safe, width)) <= width);
        for (const unsigned char c : safe) CHECK((c >= 0x20 && c != 0x7F));
    }
}

}  // namespace
}  // namespace dateline
