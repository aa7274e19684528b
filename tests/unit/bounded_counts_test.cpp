// SPDX-License-Identifier: GPL-2.0-or-later
// Matches counted to a bound against all of them counted: the same articles in the same order, and
// the same numbers up to the bound.
#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/pile/folded_list.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

constexpr std::uint32_t page = 5;

/// Three years of them, every seventh undated.
std::vector<Article> dated_articles(std::size_t count) {
    std::vector<Article> made = many_articles(count);
    for (std::size_t i = 0; i < count; ++i)
        made[i].published =
            i % 7 == 0 ? std::nullopt : parse_iso_date("202" + std::to_string(i % 3) + "-05-01");
    return made;
}

struct Kind {
    std::string typed;
    SearchRequest request;
};

std::vector<Kind> kinds() {
    const char* const queries[] = {"harbour",
                                   "harbour tariff",
                                   "harbour filler3 filler5",
                                   "filler3 AND filler5",
                                   "\"filler3 quiet\"",
                                   "\"filler3 quiet\" harbour",
                                   "filler3 w/2 tariff",
                                   "filler3 -tariff",
                                   "fill* absent"};
    std::vector<Kind> made;
    for (const char* query : queries) {
        SearchRequest plain;
        plain.limit = page;
        made.push_back({query, plain});
        SearchRequest all = plain;
        all.some_words = false;
        made.push_back({query, all});
        SearchRequest dated = plain;
        dated.days.first = make_day(2021, 1, 1);
        made.push_back({query, dated});
        SearchRequest bare = plain;
        bare.rerank = false;
        bare.offset = 3;
        made.push_back({query, bare});
    }
    return made;
}

void check_bounds(const Archives& archives) {
    for (const Kind& kind : kinds()) {
        const auto& [typed, request] = kind;
        CAPTURE(typed);
        CAPTURE(request.some_words);
        const SearchPlan plan(archives, parse_query(typed, small_index_day), request.filters,
                              request.days);
        ListMode mode = list_mode(request, plan);
        const std::uint64_t usual = mode.bound;
        CHECK(usual == no_bound);
        mode.bound = no_bound;
        const RankedList whole = ranked_list(plan, request, mode);
        REQUIRE(whole.matches().exact);
        for (const std::uint64_t bound : {1, 20, 200, 449, 450, 451}) {
            CAPTURE(bound);
            const std::uint64_t end = request.offset + request.limit;
            mode.bound = std::max<std::uint64_t>(bound, end);
            const RankedList list = ranked_list(plan, request, mode);
            REQUIRE(list.articles.size() == whole.articles.size());
            for (std::size_t i = 0; i < list.articles.size(); ++i) {
                CHECK(list.articles[i].ranked.docid == whole.articles[i].ranked.docid);
                CHECK(list.articles[i].ranked.score == whole.articles[i].ranked.score);
            }
            CHECK(list.matches() == counted_to(mode.bound, whole.matches().number));
            CHECK(list.all_words == counted_to(mode.bound, whole.all_words.number));
            CHECK(list.matches().number >= list.all_words.number);
            CopyFinder copies(archives);
            CHECK(folded_list(plan, request, mode, copies).more == (whole.matches().number > end));
        }
    }
}

TEST_CASE("counts are exact up to the bound, and the list does not depend on it") {
    const SmallIndex index(dated_articles(450));
    check_bounds(index.archives());
}

TEST_CASE("the same over several archives") {
    std::vector<Article> articles = dated_articles(450);
    std::vector<Article> others(articles.begin() + 200, articles.end());
    articles.resize(200);
    const SmallIndex one(std::move(articles));
    const SmallIndex two(std::move(others));
    check_bounds(Archives({one.archives().each().front(), two.archives().each().front()}));
}

TEST_CASE("whoever asks for numbers gets all of them") {
    const SmallIndex index(many_articles(20));
    struct Row {
        const char* what;
        void (*change)(SearchRequest&);
        std::uint64_t bound;
    };
    const Row rows[] = {
        {"a list", [](SearchRequest&) {}, no_bound},
        {"--exact", [](SearchRequest& r) { r.counting = Counting::all; }, no_bound},
        {"what would cost too much", [](SearchRequest& r) { r.counting = Counting::bounded; },
         most_counted},
        {"--count", [](SearchRequest& r) { r.count_only = true; }, no_bound},
        {"--by", [](SearchRequest& r) { r.counts.by = {"outlet"}; }, no_bound},
        {"--timeline", [](SearchRequest& r) { r.counts.timeline = true; }, no_bound},
        {"by date", [](SearchRequest& r) { r.sort = SortOrder::newest; }, no_bound},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        SearchRequest request;
        row.change(request);
        const SearchPlan plan(index.archives(), parse_query("harbour", small_index_day), {}, {});
        CHECK(list_mode(request, plan).bound == row.bound);
    }
}

TEST_CASE("in small archives all matches are counted, in larger ones to the bound") {
    CHECK(counting_bound(0) == no_bound);
    CHECK(counting_bound(small_archive) == no_bound);
    CHECK(counting_bound(small_archive + 1) == most_counted);
}

TEST_CASE("a count says whether there are more, and so does the sum of two") {
    CHECK(to_string(MatchCount{10'000, false}, "article", "articles") ==
          "more than 10,000 articles");
    CHECK(to_string(MatchCount{1, true}, "article", "articles") == "1 article");
    CHECK((MatchCount{3, true} + MatchCount{4, false}) == MatchCount{7, false});
}

}  // namespace
}  // namespace dateline
