// SPDX-License-Identifier: GPL-2.0-or-later
// CSV, Markdown and the web page.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "common/fields.h"
#include "common/terminal.h"
#include "searcher/render/csv.h"
#include "searcher/render/html.h"
#include "searcher/render/html_parts.h"
#include "searcher/render/lit_text.h"
#include "searcher/render/markdown.h"
#include "tests/unit/golden.h"
#include "tests/unit/sample_result.h"

namespace dateline {
namespace {

template <typename Render>
std::string rendered(Render render, const SearchResult& result) {
    std::ostringstream out;
    render(result, out);
    return out.str();
}

void exact_csv(const SearchResult& result, std::ostream& out) {
    render_csv(result, out);
}

/// RFC 4180, read strictly: rows of values.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::size_t at = 0;
    while (at < text.size()) {
        std::vector<std::string> row(1);
        for (;;) {
            if (text[at] == '"') {
                for (++at; text.compare(at, 2, "\"\"") == 0 || text[at] != '"'; ++at) {
                    if (text[at] == '"') ++at;
                    row.back() += text[at];
                }
                ++at;
            }
            while (text[at] != ',' && text[at] != '\r') {
                REQUIRE(text[at] != '"');
                row.back() += text[at++];
            }
            if (text[at++] == '\r') break;
            row.emplace_back();
        }
        REQUIRE(text[at++] == '\n');
        rows.push_back(std::move(row));
    }
    return rows;
}

TEST_CASE("each format looks as agreed") {
    check_golden("hits.csv", rendered(exact_csv, sample_result()));
    check_golden("hits-archives.csv", rendered(exact_csv, archives_result()));
    check_golden("hits.md", rendered(render_markdown, sample_result()));
    check_golden("hits.html", rendered(render_html, sample_result()));
    check_golden("pile.md", rendered(render_markdown, pile_result()));
    check_golden("pile.html", rendered(render_html, pile_result()));
    check_golden("timeline.csv", rendered(exact_csv, pile_result()));
    SearchResult facet = pile_result();
    facet.timeline.reset();
    check_golden("facet.csv", rendered(exact_csv, facet));
}

TEST_CASE("tables have a column for what is of no other column") {
    const std::string page = rendered(render_html, table_result());
    CHECK(page.find("<th class=\"n\">others</th></tr>") != std::string::npos);
    CHECK(page.find("<td class=\"n\">209</td></tr>") != std::string::npos);
    const std::string markdown = rendered(render_markdown, table_result());
    CHECK(markdown.find("| others |\n") != std::string::npos);
    CHECK(markdown.find("| 416 | 209 |\n") != std::string::npos);
}

TEST_CASE("the columns of a table as CSV and JSON Lines add up to all articles") {
    const auto rows = read_csv(rendered(exact_csv, table_result()));
    REQUIRE(rows[0].back() == "others");
    for (std::size_t i = 1; i + 1 < rows.size(); ++i) {
        CHECK(rows[i].size() == rows[0].size());
        CHECK(std::stoul(rows[i][4]) + std::stoul(rows[i][5]) + std::stoul(rows[i][6]) ==
              std::stoul(rows[i][3]));
    }
    SearchResult overlapping = table_result();
    overlapping.timeline->overlapping = true;
    CHECK(read_csv(rendered(exact_csv, overlapping))[0].back() != "others");
}

TEST_CASE("bars of shares in the web page are as long as the shares") {
    SearchResult result = pile_result();
    result.facets = {{"outlet", {{"large", 100, 1000}, {"small", 50, 100}}, 0, 0}};
    const std::string page = rendered(render_html, result);
    CHECK(page.find("<td class=\"n\">100</td><td class=\"n\">1,000</td><td class=\"n\">10%</td>"
                    "<td class=\"bar\"><svg width=\"100%\" height=\"12\" aria-hidden=\"true\">"
                    "<rect width=\"20.0%\"") != page.npos);
    CHECK(page.find("<td class=\"n\">50%</td><td class=\"bar\"><svg width=\"100%\" "
                    "height=\"12\" aria-hidden=\"true\"><rect width=\"100.0%\"") != page.npos);
    CHECK(page.find("style=\"") == page.npos);  // no rule that a strict policy would have to allow
}

TEST_CASE("what is said of a hit stands inside its item of the Markdown list") {
    for (const std::uint32_t rank : {1U, 9U, 10U, 99U, 100U, 12345U}) {
        CAPTURE(rank);
        SearchResult result;
        result.hits = {full_hit()};
        result.hits[0].rank = rank;
        std::istringstream lines(rendered(render_markdown, result));
        std::string line;
        std::getline(lines, line);
        const std::string number = std::to_string(rank) + ". ";
        REQUIRE(line.starts_with(number));
        const std::string indent(number.size(), ' ');
        int inside = 0;
        while (std::getline(lines, line) && line != "0 articles")
            if (!line.empty()) {
                CHECK(line.starts_with(indent));
                CHECK(line[indent.size()] != ' ');
                ++inside;
            }
        CHECK(inside == 3);
    }
}

TEST_CASE("every row of the CSV has a value for each name of its header") {
    SearchResult result = sample_result();
    result.hits[0].title.text = "a, \"b\"\r\nc";
    result.hits[0].article.title = "a, \"b\"\r\nc";
    const auto rows = read_csv(rendered(exact_csv, result));
    REQUIRE(rows.size() == 4);
    for (const auto& row : rows) CHECK(row.size() == rows[0].size());
    const auto column = [&](std::string_view name) {
        return static_cast<std::size_t>(std::ranges::find(rows[0], name) - rows[0].begin());
    };
    CHECK(rows[1][column("title")] == "a, \"b\"\r\nc");
    CHECK(rows[1][column("author")] == "Hayden Field");
    CHECK(rows[1][column("tag")] == "AI; defence");
    CHECK(rows[1][column("line")] == "12");
    CHECK(rows[2][column("date")] == "1987-03");
    for (const Field& field : fields())
        if (field.number != 0) CHECK(column(field.name) < rows[0].size());
}

TEST_CASE("random bytes stay in their cells, and the CSV is UTF-8") {
    std::mt19937 random(6);
    for (int round = 0; round < 500; ++round) {
        SearchResult result;
        Hit hit;
        for (auto i = random() % 40; i > 0; --i)
            hit.article.title +=
                static_cast<char>(random() % 3 == 0 ? "\",\r\n"[random() % 4] : random() % 256);
        result.hits = {hit};
        const std::string text = rendered(exact_csv, result);
        const auto rows = read_csv(text);
        REQUIRE(rows.size() == 2);
        CHECK(rows[1].size() == rows[0].size());
        CHECK(rows[1][4] == valid_utf8(hit.article.title));
        CHECK(valid_utf8(text) == text);
    }
}

TEST_CASE("no cell of guarded CSV begins as a formula does, and exact CSV changes nothing") {
    for (const std::string title :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "\"=1\""}) {
        CAPTURE(title);
        SearchResult result;
        Hit hit;
        hit.article.title = title;
        result.hits = {hit};
        const auto cell = [&](CsvCells cells) {
            std::ostringstream out;
            render_csv(result, out, cells);
            return read_csv(out.str())[1][4];
        };
        CHECK(cell({}) == title);
        CHECK(cell({.guarded = true}) == (title.front() == '"' ? title : "'" + title));
    }
}

TEST_CASE("CSV on a terminal has nothing that it would obey, and is CSV all the same") {
    for (const SearchResult& result : {sample_result(), pile_result()}) {
        std::ostringstream out;
        render_csv(result, out, {.for_terminal = true});
        std::string text = out.str();
        CHECK(read_csv(text).size() > 1);
        std::erase(text, '\r');
        CHECK(make_safe(text, LineBreaks::stay) == text);
    }
}

TEST_CASE("guesses are marked in Markdown and on the page") {
    SearchResult result;
    result.hits = {full_hit()};
    result.hits[0].article.derived = {{"outlet", "credit in the text: copyright line"},
                                      {"author", "first lines of the text"},
                                      {"date", "URL"}};
    CHECK(rendered(render_markdown, result)
              .find("The Verge? \u00B7 Hayden Field? \u00B7 2026-02-26? \u00B7 tech") !=
          std::string::npos);
    CHECK(rendered(render_html, result)
              .find("The Verge? \u00B7 Hayden Field? \u00B7 2026-02-26? \u00B7 tech") !=
          std::string::npos);
}

TEST_CASE("what Markdown obeys is escaped, plain text is left alone") {
    struct Row {
        std::string text;
        std::string escaped;
    };
    const Row rows[] = {
        {"A plain title, 3.5 long (or so).", "A plain title, 3.5 long (or so)."},
        {"*b* _i_ `c` [l](u) <b>", "\\*b\\* \\_i\\_ \\`c\\` \\[l\\](u) \\<b\\>"},
        {"# head", "\\# head"},
        {"- item", "\\- item"},
        {"+ item", "\\+ item"},
        {"1. item", "1\\. item"},
        {"1987) item", "1987\\) item"},
        {"> quote | cell", "\\> quote \\| cell"},
        {"AT&amp;T", "AT\\&amp;T"},
        {"===", "\\==="},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(escape_markdown(row.text) == row.escaped);
    }
}

TEST_CASE("no text of an article becomes markup of the page") {
    SearchResult result = sample_result();
    result.query = "<script>alert(1)</script>";
    result.notes = {"<img src=x onerror=alert(1)>"};
    Hit& hit = result.hits[0];
    hit.title = lit("</h2><script>[alert](1)</script>");
    hit.outlet = lit("\"onmouseover=\"x");
    hit.authors = lit("' onclick='x");
    hit.article.section = "<style>*{display:none}</style>";
    hit.article.id = "\"><script>";
    hit.article.url = "javascript:alert(1)";
    hit.file = "/tmp/\"><script>.txt";
    hit.passages[0].text = lit("<[b]>&amp; \xE2\x80\xAE evil");
    const std::string page = rendered(render_html, result);
    CHECK(page.find("<script") == page.npos);
    CHECK(page.find("<img") == page.npos);
    CHECK(page.find("javascript:") == page.npos);
    CHECK(page.find("<style>*") == page.npos);
    CHECK(page.find("\"onmouse") == page.npos);
    CHECK(page.find("' onclick") == page.npos);
    CHECK(page.find("\xE2\x80\xAE") == page.npos);
    CHECK(page.find("&lt;<mark>b</mark>&gt;&amp;amp;") != page.npos);
    CHECK(page.find("default-src 'none'") != page.npos);
}

TEST_CASE("random hostile texts never open a tag") {
    std::mt19937 random(7);
    const SearchResult empty;
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (auto i = random() % 60; i > 0; --i)
            text += random() % 2 == 0 ? "<>&\"'/ab\xC3\xE2\n"[random() % 11]
                                      : static_cast<char>(random() % 256);
        const std::string escaped = escape_html(text);
        CHECK(escaped.find_first_of("<>\"'") == escaped.npos);
        CHECK(valid_utf8(escaped) == escaped);
        SearchResult result;
        Hit hit;
        hit.title = {text, {{0, 5}, {7, 9}}};
        hit.passages = {{{text, {{1, 2}}}, 1, {}}};
        result.hits = {hit};
        const std::string page = rendered(render_html, result);
        CHECK(valid_utf8(page) == page);
        const std::string markdown = rendered(render_markdown, result);
        for (std::size_t at = markdown.find('<'); at != markdown.npos;
             at = markdown.find('<', at + 1))
            CHECK((at > 0 && markdown[at - 1] == '\\'));
    }
}

}  // namespace
}  // namespace dateline
