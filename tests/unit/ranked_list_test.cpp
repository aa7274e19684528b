// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/ranked_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "tests/unit/small_index.h"

namespace dateline {
namespace {

ListMode mode_of(const SmallIndex& index, const SearchRequest& request, const std::string& typed) {
    return list_mode(request, SearchPlan(index.archives(), parse_query(typed, small_index_day),
                                         request.filters, request.days));
}

/// What is true of a mode, in words.
std::string told(const ListMode& mode) {
    std::string text;
    if (mode.by_date) text += " by date";
    if (mode.reranks) text += " reranks";
    if (mode.prefers_recent) text += " recent";
    if (mode.some_words) text += " some";
    return text.empty() ? text : text.substr(1);
}

RankedList list_of(const SmallIndex& index, const SearchRequest& request,
                   const std::string& typed) {
    const SearchPlan plan(index.archives(), parse_query(typed, small_index_day), request.filters,
                          request.days);
    const ListMode mode = list_mode(request, plan);
    RankedList list = ranked_list(plan, request, mode);
    tell_lacking(plan, mode, list.articles);
    return list;
}

std::vector<Xapian::docid> docids(const RankedList& list) {
    std::vector<Xapian::docid> ids;
    for (const ListedArticle& article : list.articles) ids.push_back(article.ranked.docid);
    return ids;
}

/// Three with both words, then more that have one.
std::vector<Article> some_with_both() {
    std::vector<Article> made;
    for (int i = 0; i < 12; ++i) {
        const bool both = i % 4 == 1;
        const std::string day = (i < 9 ? "0" : "") + std::to_string(i + 1);
        made.push_back(made_article("a" + std::to_string(i), "Report",
                                    both         ? "The harbour has a tariff."
                                    : i % 2 == 0 ? "The harbour is closed."
                                                 : "A tariff is paid.",
                                    "2026-01-" + day));
    }
    return made;
}

}  // namespace

TEST_CASE("how a list is made follows from what was asked") {
    using Change = std::function<void(SearchRequest&)>;
    struct Row {
        std::string what;
        Change change;
        std::string mode;
    };
    const SmallIndex index(some_with_both());
    const Row rows[] = {
        {"nothing", [](SearchRequest&) {}, "reranks some"},
        {"--all", [](SearchRequest& r) { r.some_words = false; }, "reranks"},
        {"BM25 alone", [](SearchRequest& r) { r.rerank = false; }, "some"},
        {"--recent", [](SearchRequest& r) { r.recent_half_life_days = 30; }, "reranks recent some"},
        {"--sort newest",
         [](SearchRequest& r) {
             r.sort = SortOrder::newest;
             r.recent_half_life_days = 30;
             r.some_words = false;
         },
         "by date"},
        {"--sort oldest --any", [](SearchRequest& r) { r.sort = SortOrder::oldest; },
         "by date some"},
        {"--count", [](SearchRequest& r) { r.count_only = true; }, "some"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        SearchRequest request;
        row.change(request);
        CHECK(told(mode_of(index, request, "harbour tariff")) == row.mode);
    }
}

TEST_CASE("a list tells what its articles lack, and counts those that have all") {
    const SmallIndex index(some_with_both());
    for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest}) {
        SearchRequest request;
        request.sort = sort;
        request.limit = 20;
        const RankedList list = list_of(index, request, "harbour tariff");
        CHECK(list.all_words.number == 3);
        CHECK(list.some_words.number == 9);
        REQUIRE(list.articles.size() == 12);
        for (const ListedArticle& article : list.articles) {
            const Xapian::docid docid = article.ranked.docid;
            CAPTURE(docid);
            const std::vector<std::string> lacking = docid % 4 == 2 ? std::vector<std::string>{}
                                                     : docid % 2 == 1
                                                         ? std::vector<std::string>{"tariff"}
                                                         : std::vector<std::string>{"harbour"};
            CHECK(article.lacking == lacking);
        }
    }
}

TEST_CASE("where too many texts would have to be read the list has those with all words") {
    std::vector<Article> articles;
    for (int i = 0; i < 2001; ++i)
        articles.push_back(made_article("a" + std::to_string(i), "Report",
                                        i % 500 == 0 ? "The US harbour." : "The US and us."));
    const SmallIndex index(std::move(articles));
    CHECK_FALSE(mode_of(index, {}, "caps(US) harbour").some_words);
    CHECK(mode_of(index, {}, "us harbour").some_words);
    SearchRequest dates;
    dates.sort = SortOrder::newest;
    CHECK(mode_of(index, dates, "caps(US) harbour").some_words);
    CHECK(list_of(index, {}, "caps(US) harbour").all_words.number == 5);
    const SearchResult asked = index.ask({}, "caps(US) harbour");
    REQUIRE_FALSE(asked.notes.empty());
    CHECK(asked.notes.back().starts_with("only articles with all words are listed"));
    const SearchResult none = index.ask({}, "caps(US) absent");
    CHECK(std::ranges::any_of(none.notes, [](const std::string& note) {
        return note.starts_with("only articles with all words are listed");
    }));
}

TEST_CASE("with all words alone nothing is lacking") {
    const SmallIndex index(some_with_both());
    SearchRequest request;
    request.some_words = false;
    const RankedList list = list_of(index, request, "harbour tariff");
    CHECK(list.all_words.number == 3);
    CHECK(list.some_words.number == 0);
    for (const ListedArticle& article : list.articles) CHECK(article.lacking.empty());
}

TEST_CASE("by date the newest or the oldest come first, the undated last") {
    const SmallIndex index({made_article("a", "Report", "harbour", "2024"),
                            made_article("b", "Report", "harbour", ""),
                            made_article("c", "Report", "harbour", "2026-01-02"),
                            made_article("d", "Report", "harbour", "2025-03")});
    SearchRequest request;
    request.sort = SortOrder::newest;
    CHECK(docids(list_of(index, request, "harbour")) == std::vector<Xapian::docid>{3, 4, 1, 2});
    request.sort = SortOrder::oldest;
    CHECK(docids(list_of(index, request, "harbour")) == std::vector<Xapian::docid>{1, 4, 3, 2});
}

TEST_CASE("filters and days narrow the list and both counts") {
    const SmallIndex index(some_with_both());
    SearchRequest request;
    request.days.first = make_day(2026, 1, 6);
    const RankedList list = list_of(index, request, "harbour tariff");
    CHECK(list.all_words.number == 2);
    CHECK(list.some_words.number == 5);
    request.filters = {{"outlet", {"npr"}}};
    CHECK(list_of(index, request, "harbour tariff").articles.empty());
}

TEST_CASE("pages neither repeat nor lose a hit") {
    const SmallIndex index(many_articles(450));
    for (const bool some : {true, false}) {
        SearchRequest request;
        request.some_words = some;
        request.limit = 450;
        const std::vector<std::string> whole = index.ids(request, "harbour tariff filler3");
        CHECK(std::set<std::string>(whole.begin(), whole.end()).size() == whole.size());
        std::vector<std::string> paged;
        request.limit = 70;
        for (request.offset = 0; request.offset < 450; request.offset += request.limit)
            for (const std::string& id : index.ids(request, "harbour tariff filler3"))
                paged.push_back(id);
        CHECK(paged == whole);
    }
}

TEST_CASE("a page is a piece of the whole list, wherever it begins") {
    const SmallIndex index(many_articles(60));
    for (const bool some : {true, false}) {
        SearchRequest request;
        request.some_words = some;
        request.limit = 100;
        const std::vector<Xapian::docid> whole =
            docids(list_of(index, request, "harbour tariff filler3"));
        REQUIRE(whole.size() > 5);
        request.limit = 4;
        for (request.offset = 0; request.offset < whole.size() + 3; ++request.offset) {
            CAPTURE(request.offset);
            const std::size_t begin = std::min<std::size_t>(request.offset, whole.size());
            const std::size_t end = std::min<std::size_t>(begin + 4, whole.size());
            CHECK(docids(list_of(index, request, "harbour tariff filler3")) ==
                  std::vector<Xapian::docid>(whole.begin() + static_cast<std::ptrdiff_t>(begin),
                                             whole.begin() + static_cast<std::ptrdiff_t>(end)));
        }
    }
}

}  // namespace dateline
