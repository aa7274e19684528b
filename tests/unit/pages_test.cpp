// SPDX-License-Identifier: GPL-2.0-or-later
// Pages joined are the whole list, whatever was asked, and what each says of the list is true: how
// many there are, and whether another page follows. DATELINE_PAGE_QUERIES sets how many random
// queries are asked.
#include <doctest/doctest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "common/error.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"
#include "searcher/search.h"
#include "tests/unit/paged_archive.h"
#include "tests/unit/query_maker.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

const Day today = *make_day(2026, 3, 1);

struct Asked {
    std::string name;
    SearchRequest request;
};

std::vector<Asked> ways_of_asking() {
    std::vector<Asked> ways;
    const auto add = [&](std::string name, const auto& change) {
        SearchRequest request;
        request.with_passages = false;
        request.today = today;
        change(request);
        ways.push_back({std::move(name), request});
    };
    add("plain", [](SearchRequest&) {});
    add("--all", [](SearchRequest& r) { r.some_words = false; });
    add("--recent", [](SearchRequest& r) { r.recent_half_life_days = 300; });
    add("--recent --all", [](SearchRequest& r) {
        r.recent_half_life_days = 300;
        r.some_words = false;
    });
    add("--recent, BM25 alone", [](SearchRequest& r) {
        r.recent_half_life_days = 300;
        r.rerank = false;
    });
    add("--sort newest", [](SearchRequest& r) {
        r.sort = SortOrder::newest;
        r.some_words = false;
    });
    add("--sort oldest --any", [](SearchRequest& r) { r.sort = SortOrder::oldest; });
    add("--outlet", [](SearchRequest& r) { r.filters = {{"outlet", {"Harbour Press"}}}; });
    add("--since", [](SearchRequest& r) { r.days.first = make_day(2025, 1, 1); });
    return ways;
}

std::vector<std::string> ids(const SearchResult& result) {
    std::vector<std::string> found;
    for (const Hit& hit : result.hits) found.push_back(hit.article.id);
    return found;
}

/// The offset that the last line of the screen names, or nothing.
std::optional<std::uint32_t> next_page(const SearchResult& result) {
    std::ostringstream out;
    render_text(result, {}, out);
    const std::string text = out.str();
    const std::string_view sign = "the next: --offset ";
    const std::size_t at = text.rfind(sign);
    if (at == text.npos) return std::nullopt;
    return static_cast<std::uint32_t>(std::stoul(text.substr(at + sign.size())));
}

/// All pages of `limit` hits, each by what the screen of the one before says.
std::vector<std::string> by_pages(const PagedArchive& archive, SearchRequest request,
                                  std::uint32_t limit) {
    request.limit = limit;
    std::vector<std::string> found;
    for (std::optional<std::uint32_t> offset = 0; offset;) {
        request.offset = *offset;
        const SearchResult page = search(archive.index(), request);
        CHECK(page.hits.size() <= limit);
        for (const std::string& id : ids(page)) found.push_back(id);
        offset = next_page(page);
        if (offset && *offset != found.size()) return {"a page was left out"};
    }
    return found;
}

Json counts_of(const SearchResult& result) {
    std::ostringstream out;
    render_json(result, out);
    return Json::parse(out.str())["counts"];
}

/// What the counts say, against the whole list.
void check_counts(const SearchResult& whole, const SearchResult& page) {
    std::uint64_t full = 0;
    for (const Hit& hit : whole.hits) full += hit.lacking.empty() ? 1 : 0;
    CHECK(counts_of(whole)["all"] == full);
    CHECK(counts_of(whole)["some"] == whole.hits.size() - full);
    const Json counts = counts_of(page);
    CHECK(counts["all"] == full);
    CHECK(counts["some"] == whole.hits.size() - full);
}

/// A page is a piece of the whole list, says whether there is more, and counts the same.
void check_page(const PagedArchive& archive, SearchRequest request, const SearchResult& whole) {
    const SearchResult page = search(archive.index(), request);
    const std::vector<std::string> all = ids(whole);
    const std::size_t begin = std::min<std::size_t>(request.offset, all.size());
    const std::size_t end = std::min<std::size_t>(begin + request.limit, all.size());
    const auto at = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
    CHECK(ids(page) == std::vector<std::string>(at(begin), at(end)));
    CHECK(next_page(page).has_value() == (begin < end && end < all.size()));
    check_counts(whole, page);
}

const std::string queries[] = {"harbour",
                               "harbour tariff",
                               "harbour tariff grain strike",
                               "grain strike",
                               "grain strike quiet",
                               "quiet -strike",
                               "strike w/3 quiet grain",
                               "quiet nosuchword",
                               "(harbour OR tariff) strike",
                               "\"harbour tariff\" grain"};

}  // namespace

TEST_CASE("pages joined by what each says of the next are the whole list") {
    const PagedArchive archive;
    for (const std::string& query : queries) {
        for (Asked& asked : ways_of_asking()) {
            CAPTURE(query);
            CAPTURE(asked.name);
            asked.request.query = query;
            asked.request.limit = 1'000'000'000;
            const std::vector<std::string> whole = ids(search(archive.index(), asked.request));
            CHECK(std::set<std::string>(whole.begin(), whole.end()).size() == whole.size());
            for (const std::uint32_t limit : {33U, 7U}) {
                CAPTURE(limit);
                CHECK(by_pages(archive, asked.request, limit) == whole);
            }
        }
    }
}

TEST_CASE("every page of random queries is a piece of the whole list and counts the same") {
    const char* wanted = std::getenv("DATELINE_PAGE_QUERIES");
    const int most = wanted == nullptr ? 40 : std::atoi(wanted);
    const std::vector<Asked> ways = ways_of_asking();
    std::mt19937 random(18);
    int answered = 0;
    const PagedArchive made;
    const PagedArchive corpus(DATELINE_SOURCE "/corpus");
    for (const PagedArchive* archive : {&made, &corpus}) {
        const std::vector<Article> texts = archive->read_back();
        QueryMaker maker(texts, 18);
        for (int i = 0; i < most; ++i) {
            const std::string query = maker.query();
            const Asked& asked = ways[random() % ways.size()];
            CAPTURE(query);
            CAPTURE(asked.name);
            SearchRequest request = asked.request;
            request.query = query;
            request.limit = 1'000'000'000;
            SearchResult whole;
            try {
                whole = search(archive->index(), request);
            } catch (const Error&) {
                continue;  // a word that happens to be an operator
            }
            ++answered;
            for (const std::uint32_t limit : {1U, 3U, 10U}) {
                request.limit = limit;
                for (const std::size_t offset :
                     {std::size_t{0}, random() % (whole.hits.size() + 2),
                      static_cast<std::size_t>(whole.all_words.number)}) {
                    request.offset = static_cast<std::uint32_t>(offset);
                    CAPTURE(limit);
                    CAPTURE(offset);
                    check_page(*archive, request, whole);
                }
            }
        }
    }
    CHECK(answered > most);
}

TEST_CASE("the counts are those of the hits by their match, on every page") {
    const PagedArchive archive;
    for (const std::string& query : queries) {
        for (Asked& asked : ways_of_asking()) {
            CAPTURE(query);
            CAPTURE(asked.name);
            asked.request.query = query;
            asked.request.limit = 1'000'000'000;
            const SearchResult whole = search(archive.index(), asked.request);
            for (const std::uint32_t offset : {0U, 5U, 100U, 1000U}) {
                asked.request.limit = 5;
                asked.request.offset = offset;
                check_counts(whole, search(archive.index(), asked.request));
            }
            asked.request.count_only = true;
            CHECK(counts_of(search(archive.index(), asked.request))["all"] ==
                  counts_of(whole)["all"]);
        }
    }
}

TEST_CASE("a list by date stays by date with --recent, which is said") {
    const PagedArchive archive;
    SearchRequest request;
    request.today = today;
    request.query = "harbour";
    request.limit = 1'000'000'000;
    for (const SortOrder order : {SortOrder::newest, SortOrder::oldest}) {
        request.sort = order;
        request.recent_half_life_days = 0;
        const auto plain = ids(search(archive.index(), request));
        request.recent_half_life_days = 300;
        const SearchResult idle = search(archive.index(), request);
        CHECK(ids(idle) == plain);
        CHECK(idle.notes ==
              std::vector<std::string>{"--recent changed nothing: the list is by date"});
    }
}

}  // namespace dateline
