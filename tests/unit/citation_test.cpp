// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/citation.h"

#include <doctest/doctest.h>

#include <sstream>

#include "common/terminal.h"
#include "tests/unit/sample_result.h"

namespace dateline {
namespace {

std::string cited(const Hit& hit, CitationStyle style) {
    SearchResult result;
    result.hits = {hit};
    std::ostringstream out;
    render_citations(result, style, out);
    return out.str();
}

Hit article(std::vector<std::string> authors, std::string title, std::string date) {
    Hit hit;
    hit.article.id = "0k3x9abcdefgh";
    hit.article.authors = std::move(authors);
    hit.article.title = std::move(title);
    hit.article.outlet = "The Verge";
    hit.article.url = "https://example.org/a?b=1&c=2";
    hit.article.published = parse_iso_date(date);
    return hit;
}

TEST_CASE("names are taken apart as libraries do, those of organisations are not") {
    struct Row {
        std::string name;
        PersonName parsed;
    };
    const Row rows[] = {
        {"Hayden Field", {"Field", "Hayden", ""}},
        {"Maria van der Berg", {"van der Berg", "Maria", ""}},
        {"Ludwig von Mises", {"von Mises", "Ludwig", ""}},
        {"Robert F. Kennedy Jr.", {"Kennedy", "Robert F.", "Jr."}},
        {"Madonna", {"Madonna", "", ""}},
        {"Reuters Staff", {"Reuters Staff", "", ""}},
        {"The Associated Press", {"The Associated Press", "", ""}},
        {"The Rust Core Team", {"The Rust Core Team", "", ""}},
        {"", {"", "", ""}},
        {"  Anna   Lee ", {"Lee", "Anna", ""}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(parse_name(row.name) == row.parsed);
    }
}

TEST_CASE("citations follow their styles") {
    const Hit two = article({"Hayden Field", "Jean-Paul Sartre"}, "Who won?", "2026-02-26");
    CHECK(cited(two, CitationStyle::apa) ==
          "Field, H., & Sartre, J.-P. (2026, February 26). Who won? The Verge. "
          "https://example.org/a?b=1&c=2\n");
    CHECK(cited(two, CitationStyle::chicago) ==
          "Field, Hayden, and Jean-Paul Sartre. \u201CWho won?\u201D The Verge, February 26, 2026. "
          "https://example.org/a?b=1&c=2.\n");
    CHECK(cited(two, CitationStyle::bibtex) ==
          "@article{field2026won-sxjvm,\n"
          "  author    = {Field, Hayden and Sartre, Jean-Paul},\n"
          "  title     = {{Who won?}},\n"
          "  journal   = {The Verge},\n"
          "  date      = {2026-02-26},\n"
          "  year      = {2026},\n"
          "  month     = feb,\n"
          "  url       = {https://example.org/a?b=1&c=2},\n"
          "}\n");
    CHECK(cited(two, CitationStyle::ris) ==
          "TY  - NEWS\n"
          "AU  - Field, Hayden\n"
          "AU  - Sartre, Jean-Paul\n"
          "TI  - Who won?\n"
          "T2  - The Verge\n"
          "PY  - 2026\n"
          "DA  - 2026/02/26/\n"
          "UR  - https://example.org/a?b=1&c=2\n"
          "ID  - field2026won-sxjvm\n"
          "ER  - \n");
}

TEST_CASE("a title that was cut ends in its points alone") {
    Hit cut = article({}, "A title made of the first sentence\u2026", "2026-02-26");
    CHECK(cited(cut, CitationStyle::chicago).find("sentence\u2026\u201D The Verge") !=
          std::string::npos);
}

TEST_CASE("what is not known is left out") {
    Hit bare = article({}, "A 100% #1 title", "2026-02");
    bare.article.outlet = "";
    bare.article.url = "";
    CHECK(cited(bare, CitationStyle::apa) == "A 100% #1 title. (2026, February).\n");
    CHECK(cited(bare, CitationStyle::chicago) == "\u201CA 100% #1 title.\u201D February 2026.\n");
    CHECK(cited(bare, CitationStyle::bibtex).find("title     = {{A 100\\% \\#1 title}}") !=
          std::string::npos);
    CHECK(cited(bare, CitationStyle::ris).find("DA  - 2026/02//\n") != std::string::npos);
    bare.article.published = std::nullopt;
    CHECK(cited(bare, CitationStyle::apa) == "A 100% #1 title. (n.d.).\n");
}

TEST_CASE("a hostile article breaks no line, record or brace") {
    for (const auto style :
         {CitationStyle::apa, CitationStyle::chicago, CitationStyle::bibtex, CitationStyle::ris}) {
        Hit hit = hostile_hit();
        hit.article.title = "}\nER  - \n@evil{\x1b]0;x\x07";
        hit.article.url = "https://x/\n\x1b[2J y";
        const std::string text = cited(hit, style);
        CHECK(make_safe(text, LineBreaks::stay) == text);
        CHECK(text.find("\n@evil") == text.npos);
        CHECK(text.find("\nER  - \n") == text.rfind("\nER  - \n"));
    }
}

}  // namespace
}  // namespace dateline
