// SPDX-License-Identifier: GPL-2.0-or-later
// Pages joined are the whole list, whatever was asked, and what each says of the list is true: how
// many there are, and whether another page follows.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "common/error.h"
#include "common/index_store.h"
#include "common/stored_article.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"
#include "searcher/search.h"
#include "tests/relevance/collection.h"
#include "tests/unit/query_maker.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const Day today = *make_day(2026, 3, 1);

/// 230 articles of few words, so that many have all words of a query, and more than are put in
/// order again have some.
std::vector<Article> articles() {
    constexpr std::string_view words[] = {"harbour", "tariff", "grain", "strike", "quiet"};
    std::vector<Article> made;
    for (std::size_t i = 0; i < 230; ++i) {
        Article article;
        article.id = "a" + std::to_string(i);
        article.path = article.id;
        article.title = "Report";
        article.outlet = i % 3 == 0 ? "Harbour Press" : "The Verge";
        for (std::size_t word = 0; word < 30; ++word) {
            article.body += words[(i * 7 + word * (1 + i % 4)) % (2 + i % 4)];
            article.body += word % 6 == i % 6 ? ". " : " ";
        }
        if (i % 10 != 9)
            article.published = CalendarDate{
                *make_day(2024 + static_cast<int>(i % 3), 1 + static_cast<unsigned>(i % 12), 3),
                Precision::day};
        made.push_back(std::move(article));
    }
    return made;
}

class Archive {
public:
    Archive() {
        std::string name = (fs::temp_directory_path() / "dateline-pages.XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
        Collection collection;
        collection.articles = articles();
        index_collection(collection, index());
    }
    ~Archive() { fs::remove_all(folder_); }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    std::string index() const { return folder_ + "/index"; }

private:
    std::string folder_;
};

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
    add("--all", [](SearchRequest& r) { r.tiers = Tiers::all_only; });
    add("--any", [](SearchRequest& r) { r.tiers = Tiers::any; });
    add("--topic", [](SearchRequest& r) { r.topic = true; });
    add("--recent", [](SearchRequest& r) { r.recent_half_life_days = 300; });
    add("--recent --any", [](SearchRequest& r) {
        r.recent_half_life_days = 300;
        r.tiers = Tiers::any;
    });
    add("--recent, BM25 alone", [](SearchRequest& r) {
        r.recent_half_life_days = 300;
        r.rerank = false;
    });
    add("--sort newest", [](SearchRequest& r) {
        r.sort = SortOrder::newest;
        r.tiers = Tiers::all_only;
    });
    add("--sort oldest --any", [](SearchRequest& r) {
        r.sort = SortOrder::oldest;
        r.tiers = Tiers::any;
    });
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
std::vector<std::string> by_pages(const Archive& archive, SearchRequest request,
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
    for (const Hit& hit : whole.hits) full += hit.full ? 1 : 0;
    CHECK(counts_of(whole)["all"] == full);
    CHECK(counts_of(whole)["some"] == whole.hits.size() - full);
    const Json counts = counts_of(page);
    CHECK(counts["all"] == full);
    if (!counts["some"].is_null()) CHECK(counts["some"] == whole.hits.size() - full);
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
    const Archive archive;
    for (const std::string& query : queries) {
        for (Asked& asked : ways_of_asking()) {
            CAPTURE(query);
            CAPTURE(asked.name);
            asked.request.query = query;
            asked.request.limit = 1'000'000'000;
            const std::vector<std::string> whole = ids(search(archive.index(), asked.request));
            CHECK(std::set<std::string>(whole.begin(), whole.end()).size() == whole.size());
            for (const std::uint32_t limit : {10U, 50U, 7U}) {
                CAPTURE(limit);
                CHECK(by_pages(archive, asked.request, limit) == whole);
            }
        }
    }
}

TEST_CASE("a page that ends with the articles that have all words names the next one") {
    const Archive archive;
    SearchRequest request;
    request.today = today;
    request.query = "harbour tariff grain strike";
    request.tiers = Tiers::all_only;
    request.limit = 1'000'000'000;
    const auto full = static_cast<std::uint32_t>(search(archive.index(), request).hits.size());
    REQUIRE(full > 3);
    request.tiers = Tiers::all_then_some;
    for (const std::uint32_t limit : {1U, full - 1, full, full + 1}) {
        CAPTURE(limit);
        request.limit = limit;
        request.offset = 0;
        CHECK(next_page(search(archive.index(), request)) == limit);
        request.offset = full - 1;
        request.limit = 1;
        CHECK(next_page(search(archive.index(), request)) == full);
    }
}

TEST_CASE("the counts are those of the hits by their match, on every page") {
    const Archive archive;
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
            if (asked.request.topic) continue;  // a count asks for no other words
            asked.request.count_only = true;
            CHECK(counts_of(search(archive.index(), asked.request))["all"] ==
                  counts_of(whole)["all"]);
        }
    }
}

TEST_CASE("a list by date stays by date with --recent") {
    const Archive archive;
    SearchRequest request;
    request.today = today;
    request.query = "harbour";
    request.limit = 1'000'000'000;
    for (const SortOrder order : {SortOrder::newest, SortOrder::oldest}) {
        request.sort = order;
        request.recent_half_life_days = 0;
        const auto plain = ids(search(archive.index(), request));
        request.recent_half_life_days = 300;
        CHECK(ids(search(archive.index(), request)) == plain);
    }
}

TEST_CASE("no line of the screen parts tiers where there are none") {
    const Archive archive;
    for (const bool topic : {false, true}) {
        SearchRequest request;
        request.today = today;
        request.query = "harbour tariff grain strike";
        request.limit = 1'000'000'000;
        request.topic = topic;
        if (!topic) request.tiers = Tiers::any;
        std::ostringstream out;
        render_text(search(archive.index(), request), {}, out);
        CHECK(out.str().find("with all words") == std::string::npos);
    }
}

}  // namespace dateline
