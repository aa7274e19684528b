// SPDX-License-Identifier: GPL-2.0-or-later
// Authors, sections and tags: lists of names.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/metadata/authors/byline.h"
#include "tests/unit/resolved_article.h"

namespace {

using namespace dateline;

TEST_CASE("the first category is the section, the others are tags") {
    const Article article =
        resolved({{"tags", {"suse, events"}, 1}, {"categories", {"News", "Events", "suse"}, 2}});
    CHECK(article.section == "News");
    CHECK(article.tags == std::vector<std::string>{"Events", "suse", "events"});
    CHECK(resolved({{"topic", {"terrorism"}, 1}}).section == "terrorism");
    const Article labels = resolved({{"category", {"grain, wheat, corn"}, 1}});
    CHECK(labels.section == "grain");
    CHECK(labels.tags == std::vector<std::string>{"wheat", "corn"});
    const Article one = resolved({{"category", {"Arts, Culture & Style"}, 1}});
    CHECK(one.section == "Arts, Culture & Style");
}

TEST_CASE("a sender is a person, an outlet, or both where nothing tells") {
    struct Row {
        const char* from;
        std::vector<std::string> authors;
        const char* outlet;
    };
    const Row rows[] = {
        {"Ann Lee <ann@fouryears.example>", {"Ann Lee"}, "Fouryears"},
        {"\"Ann Lee, Bo Berg\" <x@fouryears.example>", {"Ann Lee", "Bo Berg"}, "Fouryears"},
        {"Fjordpost <letter@fjordpost.example>", {}, "Fjordpost"},
        {"The Fjord Letter <news@fjordletter.example>", {}, "The Fjord Letter"},
        {"Konstantin <letter@fouryears.example>", {"Konstantin"}, "Konstantin"},
        {"letter@fouryears.example", {}, "Fouryears"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from);
        const Article article = resolved({{"from", {row.from}, 1}});
        CHECK(article.authors == row.authors);
        CHECK(article.outlet == row.outlet);
    }
}

TEST_CASE("authors are split, cleaned and kept as typed") {
    struct Row {
        std::vector<std::string> values;
        std::vector<std::string> authors;
    };
    const Row rows[] = {
        {{"By Jane Doe and John Roe"}, {"Jane Doe", "John Roe"}},
        {{"Jane Doe, John Roe, and Ann Poe"}, {"Jane Doe", "John Roe", "Ann Poe"}},
        {{"Martin King, Jr., Jane Doe"}, {"Martin King, Jr.", "Jane Doe"}},
        {{"jane@example.org (Jane Doe)", "John Roe <john@example.org>"}, {"Jane Doe", "John Roe"}},
        {{"[[Jane Doe]]", "[[people/john|John Roe]]"}, {"Jane Doe", "John Roe"}},
        {{"amy-mok", "@handle"}, {"amy-mok", "@handle"}},
        {{"Jane Doe", "Jane Doe"}, {"Jane Doe"}},
        {{"Unknown Author", "https://example.org/jane", "“Array”"}, {}},
        {{"Alexander Sandler"}, {"Alexander Sandler"}},
        {{"NARUSE, Yui"}, {"NARUSE, Yui"}},
        {{"Jane Doe, on behalf of The Team"}, {"Jane Doe, on behalf of The Team"}},
        {{"Jane Doe (edited by John Roe)", "Ann Poe (photo: E. Roe)"}, {"Jane Doe", "Ann Poe"}},
        {{"Jane Doe (Reuters)"}, {"Jane Doe (Reuters)"}},
        {{",,;", "", "/"}, {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.values.front());
        CHECK(authors_of(row.values) == row.authors);
    }
}

TEST_CASE("lists that no article has are cut, and a problem says so") {
    const auto list = [](std::size_t count) {
        std::vector<std::string> values;
        for (std::size_t number = 0; number < count; ++number)
            values.push_back("Ann" + std::to_string(number) + " Lee");
        return values;
    };
    struct Row {
        std::string key;
        std::size_t most;
        std::string problem;
    };
    const Row rows[] = {
        {"author", 64, "more than 64 authors; the others are left out"},
        {"tags", 200, "more than 200 tags; the others are left out"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.key);
        for (const std::size_t more : {0U, 1U, 100U}) {
            RawArticle raw;
            raw.fields = {{row.key, list(row.most + more), 3}};
            const ResolvedArticle result = resolve(raw, Place{"a.md", {}, ""}, Outlets());
            const Article& article = result.article;
            CHECK((row.key == "tags" ? article.tags : article.authors).size() == row.most);
            CHECK(result.problems.size() == (more == 0 ? 0 : 1));
            if (more > 0) CHECK(result.problems[0].message == row.problem);
        }
    }
    RawArticle raw;
    raw.fields = {{"x", list(10'001), 3}};
    const std::vector<Problem> problems = resolve(raw, Place{"a.md", {}, ""}, Outlets()).problems;
    CHECK(problems ==
          std::vector<Problem>{
              {"", 3, "more than 10000 values of 'x'; the others are left out", false}});
}

TEST_CASE("a name with more suffixes than a name has keeps some") {
    std::string value = "Jane Doe";
    for (int count = 0; count < 1000; ++count) value += ", Jr.";
    const std::vector<std::string> authors = authors_of({value});
    REQUIRE(authors.size() == 1);
    CHECK(authors[0].starts_with("Jane Doe, Jr., Jr."));
    CHECK(authors[0].size() < 210);
}

TEST_CASE("a byline names people and nothing else") {
    struct Row {
        std::string_view line;
        std::vector<std::string> authors;
    };
    const Row rows[] = {
        {"By Jane Doe", {"Jane Doe"}},
        {"BY JANE DOE AND JOHN ROE", {"JANE DOE", "JOHN ROE"}},
        {"By Jane Doe, The Denver Post", {"Jane Doe"}},
        {"Akbar Novruz Read more", {"Akbar Novruz"}},
        {"作者：方可成", {"方可成"}},
        {"文 | 南方周末记者 王伟凯", {"王伟凯"}},
        {"图文 | 小田", {"小田"}},
        {"记者：王和岩", {"王和岩"}},
        {"By 木田无花，微信公众号（mutianflowerless）", {"木田无花"}},
        {"记者与志愿者一道以买家身份与中介见面", {}},
        {"文章来自「新闻实验室」", {}},
        {"By Monday the rain had stopped", {}},
        {"By the river", {}},
        {"Read more", {}},
        {"Jane Doe", {}},
        {"", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(authors_of_line(row.line) == row.authors);
    }
}

}  // namespace
