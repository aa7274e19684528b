// SPDX-License-Identifier: GPL-2.0-or-later
// What single lines of the screen say.
#include <doctest/doctest.h>

#include "searcher/render/text.h"
#include "tests/unit/rendered_text.h"
#include "tests/unit/sample_result.h"

namespace dateline {
namespace {

std::string last_line(const std::string& text) {
    const std::size_t begin = text.rfind('\n', text.size() - 2) + 1;
    return text.substr(begin, text.size() - begin - 1);
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
    CHECK(rendered(unknown).find("outlet unknown \u00B7 undated\n") != std::string::npos);
}

TEST_CASE("the last line says how many there are and which are shown") {
    struct Row {
        MatchCount all_words;
        MatchCount some_words;
        std::uint32_t offset;
        std::size_t hits;
        std::string_view line;
    };
    const Row rows[] = {
        {{1}, {0}, 0, 1, "1 article"},
        {{5}, {0}, 0, 5, "5 articles"},
        {{2}, {3}, 0, 5, "5 articles, 2 with all words"},
        {{0}, {5}, 0, 5, "5 articles, none with all words"},
        {{12345}, {0}, 0, 10, "1-10 of 12,345 articles; the next: --offset 10"},
        {{44}, {0}, 40, 4, "41-44 of 44 articles"},
        {{10000, false},
         {0, false},
         0,
         10,
         "1-10 of more than 10,000 articles, as many with all words; the next: --offset 10"},
        {{3},
         {9997, false},
         0,
         10,
         "1-10 of more than 10,000 articles, 3 with all words; the next: --offset 10"},
        {{30}, {796}, 20, 10, "21-30 of 826 articles, 30 with all words; the next: --offset 30"},
        {{0}, {0}, 0, 0, "no article matches 'zzzz'"},
        {{44}, {0}, 50, 0, "no hits after the first 50: only 44 articles match"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        SearchResult result;
        result.query = "zzzz";
        result.all_words = row.all_words;
        result.some_words = row.some_words;
        result.offset = row.offset;
        result.hits.assign(row.hits, full_hit());
        result.more =
            row.offset + row.hits < row.all_words.number + row.some_words.number && row.hits > 0;
        CHECK(last_line(rendered(result)) == row.line);
    }
}

TEST_CASE("a hit names the words that it lacks, up to five") {
    struct Row {
        std::vector<std::string> lacking;
        std::string text;
    };
    const Row rows[] = {
        {{}, ""},
        {{"strike"}, "without strike"},
        {{"a", "b", "c", "d", "e"}, "without a, b, c, d, e"},
        {{"a", "b", "c", "d", "e", "f"}, "without a, b, c, d and 2 more"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        Hit hit = full_hit();
        hit.lacking = row.lacking;
        CHECK(lacking_text(hit) == row.text);
        SearchResult result;
        result.hits = {hit};
        CHECK((rendered(result).find("    " + row.text + "\n") != std::string::npos) ==
              !row.text.empty());
    }
}

TEST_CASE("the count is one number") {
    std::ostringstream out;
    SearchResult result;
    result.all_words = {12345, true};
    render_count(result, out);
    result.some_words = {41, true};
    render_count(result, out);
    CHECK(out.str() == "12345\n12386\n");
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
    CHECK(byline(hit).find("Ann Lee, Bo Chen and 3 others \u00B7") != std::string::npos);
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

TEST_CASE("an article without a title is shown as such") {
    SearchResult result = sample_result();
    result.hits = {full_hit()};
    result.hits[0].title = {};
    result.hits[0].article.title = "";
    CHECK(rendered(result).starts_with(" 1  untitled\n"));
}

}  // namespace
}  // namespace dateline
