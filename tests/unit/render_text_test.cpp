// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/text.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

#include "common/terminal.h"
#include "searcher/render/lit_text.h"
#include "tests/unit/golden.h"
#include "tests/unit/rendered_text.h"
#include "tests/unit/sample_result.h"

namespace dateline {
namespace {

TEST_CASE("the screen looks as agreed, at any width, with colour and without") {
    SearchResult explained = sample_result();
    explained.tree = {"all of", "  word pentagon", "  word surveillance (stem surveil)"};
    explained.hits.resize(1);
    explained.hits[0].parts = {{"title: pentagon", 8.1}, {"body: surveillance", 4.24567}};
    const TextOptions in_home{.folder = "/home/anna"};
    check_golden("text-80.txt", rendered(sample_result(), in_home));
    check_golden("text-archives.txt", rendered(archives_result(), in_home));
    check_golden("text-80-color.txt",
                 rendered(sample_result(), {.color = true, .folder = "/home/anna"}));
    check_golden("text-20.txt", rendered(sample_result(), {.width = 20}));
    check_golden("text-40.txt", rendered(sample_result(), {.width = 40}));
    check_golden("text-200.txt", rendered(sample_result(), {.width = 200}));
    check_golden("text-explain.txt", rendered(explained, in_home));
}

TEST_CASE("counts, timelines and tables look as agreed at 80 and 200 columns, with colour too") {
    for (const std::size_t width : {80, 200}) {
        for (const bool color : {false, true}) {
            const std::string name = "-" + std::to_string(width) + (color ? "-color.txt" : ".txt");
            const TextOptions options{.color = color, .width = width};
            check_golden("pile" + name, rendered(pile_result(), options));
            check_golden("table" + name, rendered(table_result(), options));
            check_golden("empty" + name, rendered(empty_result(), options));
        }
    }
    check_golden("text-200-color.txt", rendered(sample_result(), {.color = true, .width = 200}));
}

TEST_CASE("no line of counts is wider than asked") {
    for (const SearchResult& result : {pile_result(), table_result(), empty_result()}) {
        for (std::size_t width = 40; width <= 200; ++width) {
            for (const std::string& line :
                 lines_of(without_colors(rendered(result, {.color = true, .width = width})))) {
                CAPTURE(width);
                CAPTURE(line);
                CHECK(display_width(line) <= width);
            }
        }
    }
}

TEST_CASE("a whole article keeps its paragraphs and lines, with what matched marked") {
    SearchResult result;
    Hit hit = full_hit();
    hit.passages.clear();
    hit.more_passages = 0;
    hit.summary = lit("The [deck].");
    hit.text =
        lit("First [paragraph].\n\nA verse\nof two [lines\n\nacross] paragraphs.\n\n \n\nEnd.");
    result.hits = {hit};
    result.all_words = {1, true};
    const std::string text = rendered(result, {});
    CHECK(text.find("\n\n    The *deck*.\n\n    First *paragraph*.\n\n    A verse\n    of two "
                    "*lines*\n\n    *across* paragraphs.\n\n    End.\n") != text.npos);
}

TEST_CASE("a heading and what follows it are two lines") {
    SearchResult result;
    Hit hit = full_hit();
    hit.passages[0].text = lit("A [heading]\n\nand what\nfollows");
    result.hits = {hit};
    CHECK(rendered(result).find("    A *heading*\n    and what follows (+4)\n") !=
          std::string::npos);
}

TEST_CASE("links lead to the article and its file, and hold nothing that a terminal obeys") {
    SearchResult result;
    Hit hit = full_hit();
    hit.file = "/home/anna/a b\x1b\n%.txt";
    hit.article.url = "https://example.org/\x1b\\x\n?q=\xC3\xA9";
    result.hits = {hit, hostile_hit()};
    const std::string text = rendered(result, {.width = 200, .links = true, .host = "desk"});
    CHECK(text.find("\x1b]8;;https://example.org/%1B%5Cx%0A?q=%C3%A9\x1b\\Anthropic") != text.npos);
    CHECK(text.find("\x1b]8;;file://desk/home/anna/a%20b%1B%0A%25.txt\x1b\\/home") != text.npos);
    std::size_t begins = 0;
    for (std::size_t at = text.find('\x1b'); at != text.npos; at = text.find('\x1b', at + 1))
        begins +=
            text.compare(at, 5, "\x1b]8;;") == 0 || text.compare(at, 2, "\x1b\\") == 0 ? 0 : 1;
    CHECK(begins == 0);
    CHECK(rendered(result).find("]8;;") == std::string::npos);
    CHECK(linkable_url("javascript:alert(1)").empty());
}

TEST_CASE("no line but a file name's is wider than asked") {
    for (std::size_t width = narrowest; width <= 200; ++width) {
        for (const bool color : {false, true}) {
            const std::string text = rendered(sample_result(), {.color = color, .width = width});
            for (const std::string& line : lines_of(without_colors(text))) {
                if (line.find(".txt:") != std::string::npos) continue;
                CAPTURE(line);
                CHECK(display_width(line) <= width);
            }
        }
    }
}

TEST_CASE("no control character of an article reaches the terminal") {
    for (const bool color : {false, true}) {
        const std::string text = without_colors(rendered(sample_result(), {.color = color}));
        for (const unsigned char c : text) CHECK((c == '\n' || (c >= 0x20 && c != 0x7F)));
        CHECK(text.find("\xC2\x9B") == text.npos);
        CHECK(text.find("\xE2\x80\xAE") == text.npos);
        CHECK(make_safe(text, LineBreaks::stay) == text);
    }
}

TEST_CASE("random hostile results are rendered without harm") {
    std::mt19937 random(3);
    const auto bytes = [&](std::size_t most) {
        std::string text;
        for (auto i = random() % most; i > 0; --i) text += static_cast<char>(random() % 256);
        return text;
    };
    const auto hostile = [&] {
        LitText text{bytes(80), {}};
        for (auto i = random() % 4; i > 0; --i) {
            text.lit.push_back({static_cast<std::uint32_t>(random() % 90),
                                static_cast<std::uint32_t>(random() % 90)});
        }
        return text;
    };
    for (int round = 0; round < 500; ++round) {
        Hit hit;
        hit.title = hostile();
        hit.outlet = hostile();
        hit.authors = hostile();
        hit.file = bytes(40);
        hit.passages = {{hostile(), 1, {}}, {hostile(), 99, {}}};
        SearchResult result;
        result.hits = {hit};
        const std::string text = rendered(result, {.color = round % 2 == 0});
        CHECK(make_safe(without_colors(text), LineBreaks::stay) == without_colors(text));
    }
}

TEST_CASE("a query with control characters is quoted safely when nothing is found") {
    SearchResult result;
    result.query = "a\x1b[2J";
    CHECK(rendered(result) == "no article matches 'a\xEF\xBF\xBD[2J'\n");
    result.query = "";
    CHECK(rendered(result) == "no article matches\n");
}

TEST_CASE("notes are safe and hang under their beginning") {
    std::ostringstream out;
    render_notes({"short\x1b", "a note that is longer than the line"}, {.width = 26}, out);
    CHECK(out.str() ==
          "note: short\xEF\xBF\xBD\n"
          "note: a note that is\n"
          "      longer than the line\n");
}

TEST_CASE("spans stay on their words when the text is made safe") {
    const LitText safe = safe_for_terminal(lit("\x1b  a\xC2\xAD[b\xFF]  [c]"));
    CHECK(safe == lit("\xEF\xBF\xBD a[b\xEF\xBF\xBD] [c]"));
    LitText wild{"abc", {{2, 1}, {0, 9}, {7, 8}}};
    CHECK(safe_for_terminal(wild) == LitText{"abc", {{2, 3}}});
    CHECK(valid_utf8(lit("a\xFF[\xFF]")) == lit("a\xEF\xBF\xBD[\xEF\xBF\xBD]"));
}

}  // namespace
}  // namespace dateline
