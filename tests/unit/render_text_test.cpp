// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/text.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

#include "common/terminal.h"
#include "searcher/render/lit_text.h"
#include "tests/unit/golden.h"
#include "tests/unit/sample_result.h"

namespace dateline {
namespace {

std::string rendered(const SearchResult& result, const TextOptions& options = {}) {
    std::ostringstream out;
    render_text(result, options, out);
    return out.str();
}

std::string last_line(const std::string& text) {
    const std::size_t begin = text.rfind('\n', text.size() - 2) + 1;
    return text.substr(begin, text.size() - begin - 1);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// Without `ESC[…m`, the only sequence that the renderer writes.
std::string without_colors(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b') {
            i = text.find('m', i);
        } else {
            plain += text[i];
        }
    }
    return plain;
}

TEST_CASE("the screen looks as agreed, at any width, with colour and without") {
    SearchResult explained = sample_result();
    explained.tree = {"all of", "  word pentagon", "  word surveillance (stem surveil)"};
    explained.hits.resize(1);
    explained.hits[0].parts = {{"title: pentagon", 8.1}, {"body: surveillance", 4.24567}};
    const TextOptions in_home{.folder = "/home/anna"};
    check_golden("text-80.txt", rendered(sample_result(), in_home));
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
    result.full = {1, true};
    const std::string text = rendered(result, {});
    CHECK(text.find("\n\n    The *deck*.\n\n    First *paragraph*.\n\n    A verse\n    of two "
                    "*lines*\n\n    *across* paragraphs.\n\n    End.\n") != text.npos);
}

TEST_CASE("a heading and what follows it are two lines") {
    SearchResult result;
    Hit hit = full_hit();
    hit.passages[0].text = lit("A [heading]\n\nand what\nfollows");
    result.hits = {hit};
    CHECK(rendered(result).find("    A *heading*\n    and what follows (4\u00A0more") !=
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

TEST_CASE("an outlet, author or day that is a guess has a mark behind it") {
    struct Row {
        std::map<std::string, std::string> derived;
        std::string byline;
    };
    const Row rows[] = {
        {{}, "The Verge \u00B7 Hayden Field \u00B7 2026-02-26 \u00B7 tech"},
        {{{"outlet", "host of the URL"}, {"author", "source, a person's name"}},
         "The Verge \u00B7 Hayden Field \u00B7 2026-02-26 \u00B7 tech"},
        {{{"outlet", "made from the host of the URL"}},
         "The Verge? \u00B7 Hayden Field \u00B7 2026-02-26 \u00B7 tech"},
        {{{"outlet", "old/.dateline.yaml"}, {"date", "old/.dateline.yaml"}},
         "The Verge \u00B7 Hayden Field \u00B7 2026-02-26 \u00B7 tech"},
        {{{"outlet", "credit in the text: wire dateline"},
          {"author", "first lines of the text"},
          {"date", "file path"},
          {"title", "first sentence"}},
         "The Verge? \u00B7 Hayden Field? \u00B7 2026-02-26? \u00B7 tech"},
        {{{"date", "last updated"}},
         "The Verge \u00B7 Hayden Field \u00B7 2026-02-26? \u00B7 tech"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.byline);
        SearchResult result;
        result.hits = {full_hit()};
        result.hits[0].article.derived = row.derived;
        CHECK(rendered(result).find("    " + row.byline) != std::string::npos);
    }
    SearchResult unknown;
    unknown.hits = {bare_hit()};
    unknown.hits[0].article.derived = {{"outlet", "sender"}, {"author", "x"}, {"date", "URL"}};
    unknown.hits[0].article.published.reset();
    CHECK(rendered(unknown).find("outlet unknown \u00B7 undated \u00B7") != std::string::npos);
}

TEST_CASE("the last line says how many there are and which are shown") {
    struct Row {
        MatchCount full;
        std::optional<MatchCount> partial;
        std::uint32_t offset;
        std::size_t hits;
        std::string_view line;
    };
    const Row rows[] = {
        {{1, true}, MatchCount{0, true}, 0, 1, "1 article"},
        {{5, true}, MatchCount{0, true}, 0, 5, "5 articles"},
        {{12345, true},
         MatchCount{0, true},
         0,
         10,
         "1-10 of 12,345 articles; the next: --offset 10"},
        {{44, true}, MatchCount{0, true}, 40, 4, "41-44 of 44 articles"},
        {{3, true},
         MatchCount{41, false},
         0,
         10,
         "1-10 of about 44 articles; the next: --offset 10"},
        {{30, true},
         std::nullopt,
         10,
         10,
         "11-20 of 30 articles with all words; the next: --offset 20"},
        {{30, true}, MatchCount{796, true}, 20, 10, "21-30 of 826 articles; the next: --offset 30"},
        {{0, true}, MatchCount{0, true}, 0, 0, "no article matches 'zzzz'"},
        {{44, true},
         MatchCount{0, true},
         50,
         0,
         "no hits after the first 50: only 44 articles match"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        SearchResult result;
        result.query = "zzzz";
        result.full = row.full;
        result.partial = row.partial;
        result.offset = row.offset;
        result.hits.assign(row.hits, full_hit());
        CHECK(last_line(rendered(result)) == row.line);
    }
}

TEST_CASE("a line says where the articles with some of the words begin") {
    SearchResult result = sample_result();
    CHECK(rendered(result).find("\n-- 1 with all words; about 41 more with some --\n") !=
          std::string::npos);
    result.full = {0, true};
    result.partial = MatchCount{2, true};
    result.hits.erase(result.hits.begin());
    CHECK(rendered(result).starts_with("-- none with all words; 2 with some --\n"));
    result.in_tiers = false;
    CHECK(rendered(result).find("--") == std::string::npos);
    result.in_tiers = true;
    for (Hit& hit : result.hits) hit.full = true;
    CHECK(rendered(result).find("--") == std::string::npos);
}

TEST_CASE("a query with control characters is quoted safely when nothing is found") {
    SearchResult result;
    result.query = "a\x1b[2J";
    CHECK(rendered(result) == "no article matches 'a\xEF\xBF\xBD[2J'\n");
    result.query = "";
    CHECK(rendered(result) == "no article matches\n");
}

TEST_CASE("an article without a title is shown as such") {
    SearchResult result = sample_result();
    result.hits = {full_hit()};
    result.hits[0].title = {};
    result.hits[0].article.title = "";
    CHECK(rendered(result).starts_with(" 1  untitled\n"));
}

TEST_CASE("the count is one number") {
    std::ostringstream out;
    SearchResult result;
    result.full = {12345, true};
    render_count(result, out);
    result.partial = MatchCount{41, false};
    render_count(result, out);
    CHECK(out.str() == "12345\nabout 12386\n");
}

TEST_CASE("files are printed byte for byte, but never raw on a terminal") {
    SearchResult result;
    result.hits = {full_hit(), hostile_hit()};
    const std::string first = full_hit().file;
    const std::string second = hostile_hit().file;
    const auto files = [&](FileNames names) {
        std::ostringstream out;
        render_files(result, names, out);
        return out.str();
    };
    result.hits.push_back(full_hit());  // another article of the first file
    CHECK(files({}) == first + "\n" + second + "\n");
    CHECK(files({.end = '\0'}) == first + '\0' + second + '\0');
    CHECK(files({.end = '\0', .for_terminal = true}).find('\x1b') == std::string::npos);
    CHECK(files({.for_terminal = true}) ==
          first + "\n/tmp/bad name\xEF\xBF\xBD(2J\xEF\xBF\xBD.txt\n");
}

TEST_CASE("a crowd of authors is cut short unless one of them was asked for") {
    const auto byline = [](const Hit& hit) {
        SearchResult result;
        result.hits = {hit};
        std::ostringstream out;
        render_text(result, {.width = 200}, out);
        return out.str();
    };
    Hit hit = full_hit();
    hit.article.authors = {"Ann Lee", "Bo Chen", "Cy Dee", "Di Elm", "Ed Fox"};
    hit.authors = {"Ann Lee, Bo Chen, Cy Dee, Di Elm, Ed Fox", {}};
    CHECK(byline(hit).find("Ann Lee, Bo Chen, Cy Dee and 2 others \u00B7") != std::string::npos);
    hit.all_authors = true;
    CHECK(byline(hit).find("Di Elm, Ed Fox \u00B7") != std::string::npos);
    hit.all_authors = false;
    hit.authors.lit = {{34, 40}};
    CHECK(byline(hit).find("Di Elm, *Ed Fox* \u00B7") != std::string::npos);
}

TEST_CASE("a passage that begins or ends inside a sentence says so") {
    Hit hit = full_hit();
    hit.passages = {{{"of the strike", {{7, 13}}}, 3, {10, 23}, true, true}};
    SearchResult result;
    result.hits = {hit};
    std::ostringstream out;
    render_text(result, {.width = 80}, out);
    CHECK(out.str().find("\u2026 of the *strike* \u2026") != std::string::npos);
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
