// SPDX-License-Identifier: GPL-2.0-or-later
// CSV, Markdown and the web page.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "common/fields.h"
#include "searcher/render/csv.h"
#include "searcher/render/html.h"
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
        CHECK(cell(CsvCells::exact) == title);
        CHECK(cell(CsvCells::guarded) == (title.front() == '"' ? title : "'" + title));
    }
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
