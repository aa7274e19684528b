// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/facets.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/unit/small_index.h"

namespace dateline {
namespace {

Article counted(const std::string& id, const std::string& outlet, std::vector<std::string> authors,
                const std::string& date) {
    Article article = made_article(id, "Report", "The harbour is closed.", date);
    article.outlet = outlet;
    article.authors = std::move(authors);
    return article;
}

const SmallIndex& index() {
    static const SmallIndex made({
        counted("a", "The Verge", {"Ann Lee", "Bob Ray"}, "2024-05-01"),
        counted("b", "THE VERGE", {"ann lee"}, "2024-05-02"),
        counted("c", "The Verge", {"Bob Ray", "BOB RAY"}, "2024-06"),
        counted("d", "Wire", {"Ann Lee"}, "2025"),
        counted("e", "", {}, ""),
    });
    return made;
}

SearchResult counts(const std::string& query, const std::vector<std::string>& by,
                    bool share = false) {
    SearchRequest request;
    request.counts.by = by;
    request.counts.share = share;
    if (share) request.filters = {{"outlet", {"The Verge", "Wire"}}};
    return index().ask(request, query);
}

/// "The Verge 3/4, Wire 1; unknown 1, coarse 1"
std::string told(const Facet& facet) {
    std::string text;
    for (const FacetCount& count : facet.counts) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count.value, count.articles);
        if (count.of) text += fmt::format("/{}", *count.of);
    }
    if (facet.unknown > 0) text += fmt::format("; unknown {}", facet.unknown);
    if (facet.coarse > 0) text += fmt::format("; coarse {}", facet.coarse);
    return text;
}

}  // namespace

TEST_CASE("articles are counted by value, by the commonest spelling, and an article once a value") {
    struct Row {
        std::string query;
        std::string by;
        std::string counts;
    };
    for (const Row& row : {
             Row{"", "outlet", "The Verge 3, Wire 1; unknown 1"},
             {"", "author", "Ann Lee 3, Bob Ray 2; unknown 1"},
             {"outlet:wire", "outlet", "Wire 1"},
             {"author:bob", "author", "Bob Ray 2, Ann Lee 1"},
             {"absentword", "outlet", ""},
             {"", "section", "; unknown 5"},
         }) {
        CAPTURE(row.query);
        CAPTURE(row.by);
        const SearchResult result = counts(row.query, {row.by});
        REQUIRE(result.facets.size() == 1);
        CHECK(result.facets[0].field == row.by);
        CHECK(told(result.facets[0]) == row.counts);
    }
}

TEST_CASE("periods are in their order, with what has no date and what covers more than one") {
    const SearchResult result = counts("", {"year", "month", "day", "outlet"});
    REQUIRE(result.facets.size() == 4);
    CHECK(told(result.facets[0]) == "2024 3, 2025 1; unknown 1");
    CHECK(told(result.facets[1]) == "2024-05 2, 2024-06 1; unknown 1; coarse 1");
    CHECK(told(result.facets[2]) == "2024-05-01 1, 2024-05-02 1; unknown 1; coarse 2");
    CHECK(told(result.facets[3]) == "The Verge 3, Wire 1; unknown 1");
}

TEST_CASE("shares are of all articles that pass the filters") {
    const SearchResult result = counts("author:bob", {"outlet", "year", "author"}, true);
    REQUIRE(result.facets.size() == 3);
    CHECK(told(result.facets[0]) == "The Verge 2/3");
    CHECK(told(result.facets[1]) == "2024 2/3");
    CHECK(told(result.facets[2]) == "Bob Ray 2/2, Ann Lee 1/3");
}

TEST_CASE("a timeline has a column for each value of the first field, under one spelling") {
    SearchRequest request;
    request.counts = {{"outlet", "author"}, true, Period::year, false};
    const SearchResult result = index().ask(request, "harbour");
    REQUIRE(result.facets.size() == 1);
    CHECK(result.facets[0].field == "author");
    REQUIRE(result.timeline);
    CHECK(result.timeline->field == "outlet");
    CHECK_FALSE(result.timeline->overlapping);
    CHECK(result.timeline->columns == std::vector<std::string>{"The Verge", "Wire"});
    CHECK(result.timeline->undated == 1);
    REQUIRE(result.timeline->bars.size() == 2);
    CHECK(result.timeline->bars[0].parts == std::vector<std::uint64_t>{3, 0});
    CHECK(result.timeline->bars[1].parts == std::vector<std::uint64_t>{0, 1});
}

TEST_CASE("values of the whole index are those that begin so, case and accents aside") {
    struct Row {
        std::string beginning;
        std::vector<std::string> values;
    };
    for (const Row& row : {Row{"", {"The Verge", "THE VERGE", "Wire"}},
                           {"th\u00E9", {"The Verge", "THE VERGE"}},
                           {"w", {"Wire"}},
                           {"x", {}}}) {
        CAPTURE(row.beginning);
        std::vector<std::string> values;
        for (const FacetCount& count : values_of(index().archives(), "outlet", row.beginning))
            values.push_back(count.value);
        CHECK(values == row.values);
    }
}

}  // namespace dateline
