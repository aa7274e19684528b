// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/folded_list.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/error.h"
#include "tests/unit/dealt_index.h"
#include "tests/unit/made_copies.h"

namespace dateline {
namespace {

using Docids = std::vector<Xapian::docid>;

constexpr std::string_view found_words[] = {"harbour", "tariff", "grain"};

/// Copies, each with some of the words in its title.
std::vector<Article> worded_copies(unsigned seed, std::size_t count) {
    CopyMaker maker(seed);
    std::vector<Article> articles = maker.articles(count);
    for (Article& article : articles)
        for (const std::string_view word : found_words)
            if (maker.number(1) == 0) article.title.append(" ").append(word);
    return articles;
}

/// One search of an archive, which is folded in several ways.
struct Asked {
    Asked(const Archives& searched, const SearchRequest& typed)
        : archives(searched),
          request(typed),
          plan(archives, parse_query(request.query, small_index_day), request.filters,
               request.days),
          copies(archives) {}

    FoldedList page(CopyMode mode, std::uint64_t offset, std::uint64_t limit) {
        SearchRequest asked = request;
        asked.copies = mode;
        asked.offset = static_cast<std::uint32_t>(offset);
        asked.limit = static_cast<std::uint32_t>(limit);
        return folded_list(plan, asked, list_mode(asked, plan), copies);
    }

    bool by_date() const { return list_mode(request, plan).by_date; }

    FoldedList whole(CopyMode mode) { return page(mode, 0, no_limit); }

    const Archives& archives;
    SearchRequest request;
    SearchPlan plan;
    CopyFinder copies;
};

Docids docids_of(const FoldedList& list) {
    Docids docids;
    for (const ListedArticle& article : list.list.articles) docids.push_back(article.ranked.docid);
    return docids;
}

/// Of each family the first of the list, in its order; of those with its score the last, which is
/// the earliest, but where the list is one by date.
Docids first_of_each(const FoldedList& list, const std::map<Xapian::docid, Docids>& families,
                     std::size_t least_members, bool by_date) {
    Docids kept;
    std::set<Xapian::docid> seen;
    const auto& articles = list.list.articles;
    for (auto at = articles.begin(); at != articles.end(); ++at) {
        const Docids& family = families.at(at->ranked.docid);
        if (seen.contains(at->ranked.docid)) continue;
        seen.insert(family.begin(), family.end());
        if (family.size() < least_members) continue;
        kept.push_back(at->ranked.docid);
        for (auto equal = at; !by_date && equal != articles.end(); ++equal) {
            if (equal->ranked.score != at->ranked.score) break;
            if (std::ranges::binary_search(family, equal->ranked.docid))
                kept.back() = equal->ranked.docid;
        }
    }
    return kept;
}

/// Pages of that size, one behind the other.
Docids paged(Asked& asked, CopyMode mode, std::uint64_t size) {
    Docids all;
    for (std::uint64_t offset = 0;; offset += size) {
        const FoldedList page = asked.page(mode, offset, size);
        const Docids docids = docids_of(page);
        all.insert(all.end(), docids.begin(), docids.end());
        CHECK(page.more <= (docids.size() == size));
        if (!page.more) return all;
    }
}

void check_folding(const Archives& archives, const SearchRequest& request,
                   const std::map<Xapian::docid, Docids>& families) {
    CAPTURE(request.query);
    CAPTURE(static_cast<int>(request.sort));
    CAPTURE(request.some_words);
    Asked asked(archives, request);
    const FoldedList shown = asked.whole(CopyMode::show);
    const Docids all = docids_of(shown);
    const Docids representatives = first_of_each(shown, families, 1, asked.by_date());
    const FoldedList folded = asked.whole(CopyMode::fold);
    CHECK(docids_of(folded) == representatives);
    CHECK(folded.list.matches() == shown.list.matches());
    CHECK(shown.list.matches() == MatchCount{all.size(), true});
    CHECK_FALSE(folded.more);
    CHECK_FALSE(shown.texts.has_value());
    CHECK(folded.texts.has_value() == (all.size() <= most_folded));
    if (folded.texts) CHECK(*folded.texts == representatives.size());

    std::set<Xapian::docid> stood_for;
    for (const ListedArticle& hit : folded.list.articles) {
        const Docids& family = families.at(hit.ranked.docid);
        CHECK(hit.copies == (family.size() > 1 ? family : Docids{}));
        stood_for.insert(hit.ranked.docid);
        stood_for.insert(hit.copies.begin(), hit.copies.end());
    }
    CHECK(std::ranges::all_of(all, [&](Xapian::docid each) { return stood_for.contains(each); }));

    const Docids copied = first_of_each(shown, families, 2, asked.by_date());
    const FoldedList only = asked.whole(CopyMode::only);
    CHECK(docids_of(only) == copied);
    CHECK(only.texts == copied.size());
    for (const std::uint64_t size : {3, 10, 64}) {
        CAPTURE(size);
        CHECK(paged(asked, CopyMode::show, size) == all);
        CHECK(paged(asked, CopyMode::fold, size) == representatives);
        CHECK(paged(asked, CopyMode::only, size) == copied);
    }
}

std::map<Xapian::docid, Docids> families_by_docid(const Archives& archives) {
    const Docids all = all_articles(archives);
    CopyFinder copies(archives);
    const auto found = copies.families_of(all);
    std::map<Xapian::docid, Docids> families;
    for (std::size_t i = 0; i < all.size(); ++i) families[all[i]] = found[i];
    return families;
}

SearchRequest asked_for(const std::string& query, SortOrder sort, bool some_words) {
    SearchRequest request;
    request.query = query;
    request.sort = sort;
    request.some_words = some_words;
    request.today = small_index_day;
    return request;
}

void check_archive(const Archives& archives) {
    const auto families = families_by_docid(archives);
    check_folding(archives, asked_for("harbour grain", SortOrder::relevance, true), families);
    check_folding(archives, asked_for("harbour grain", SortOrder::newest, false), families);
    check_folding(archives, asked_for("title", SortOrder::oldest, false), families);
    check_folding(archives, asked_for("tariff -grain", SortOrder::relevance, false), families);
    check_folding(archives, asked_for("zzzz", SortOrder::relevance, true), families);
    SearchRequest filtered = asked_for("", SortOrder::newest, false);
    filtered.filters = {{"outlet", {"Outlet 2", "Outlet 3"}}};
    check_folding(archives, filtered, families);
}

}  // namespace

TEST_CASE("folding never changes which articles are found, on pages of any size") {
    check_archive(SmallIndex(worded_copies(11, 90)).archives());
    check_archive(DealtIndex(worded_copies(12, 60), 3).archives());
}

TEST_CASE("more articles than are all folded are folded as far as a page needs it") {
    const SmallIndex index(worded_copies(13, 230));
    const auto families = families_by_docid(index.archives());
    for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest}) {
        Asked asked(index.archives(), asked_for("title", sort, true));
        const FoldedList all = asked.whole(CopyMode::show);
        REQUIRE(all.list.articles.size() == 230);
        const Docids representatives = first_of_each(all, families, 1, asked.by_date());
        CHECK_FALSE(asked.page(CopyMode::fold, 0, 10).texts.has_value());
        CHECK(paged(asked, CopyMode::fold, 20) == representatives);
        CHECK(paged(asked, CopyMode::only, 20) == first_of_each(all, families, 2, asked.by_date()));
    }
}

TEST_CASE("of each text that matches one article counts, the first to be published of these") {
    const SmallIndex index(worded_copies(14, 120));
    const Archives& archives = index.archives();
    const auto families = families_by_docid(archives);
    for (const char* query : {"harbour", "harbour grain", "title", "zzzz"}) {
        CAPTURE(query);
        SearchRequest request = asked_for(query, SortOrder::relevance, false);
        Asked asked(archives, asked_for(query, SortOrder::oldest, false));
        const FoldedList all = asked.whole(CopyMode::show);
        CHECK(one_of_each_text(asked.plan, request, asked.copies) ==
              first_of_each(all, families, 1, true));
        request.copies = CopyMode::only;
        CHECK(one_of_each_text(asked.plan, request, asked.copies) ==
              first_of_each(all, families, 2, true));
    }
}

TEST_CASE("the earliest of many equal copies stands for them, however short the page is") {
    std::vector<Article> articles;
    for (std::uint32_t i = 0; i < 60; ++i) {
        articles.push_back(made_article("a" + std::to_string(i), "Harbour", words(i % 3, 100)));
        articles.back().published = parse_iso_date("2026-01-" + std::to_string(10 + i % 7));
    }
    const SmallIndex index(articles);
    Asked asked(index.archives(), asked_for("harbour", SortOrder::relevance, true));
    const Docids whole = docids_of(asked.whole(CopyMode::fold));
    REQUIRE(whole.size() == 3);
    for (const std::uint64_t size : {1, 2}) CHECK(paged(asked, CopyMode::fold, size) == whole);
}

TEST_CASE("a page holds so many texts, and tells whether others follow") {
    std::vector<Article> articles;
    for (int i = 0; i < 12; ++i)
        articles.push_back(made_article("a" + std::to_string(i), "Harbour",
                                        words(static_cast<std::uint32_t>(i / 3), 100)));
    const SmallIndex index(articles);
    Asked asked(index.archives(), asked_for("harbour", SortOrder::relevance, true));
    CHECK(asked.page(CopyMode::fold, 0, 3).more);
    CHECK_FALSE(asked.page(CopyMode::fold, 0, 3).texts.has_value());  // not all were looked at
    CHECK(asked.page(CopyMode::fold, 0, 5).texts == 4U);
    CHECK_FALSE(asked.page(CopyMode::fold, 0, 4).more);
    CHECK_FALSE(asked.page(CopyMode::fold, 3, 3).more);
    CHECK(docids_of(asked.page(CopyMode::fold, 4, 3)).empty());
    CHECK(asked.page(CopyMode::show, 0, 3).more);
    CHECK(asked.page(CopyMode::fold, 0, 1).list.articles.front().copies.size() == 3);
}

}  // namespace dateline
