// SPDX-License-Identifier: GPL-2.0-or-later
// Feeds as they are written, read by the rules of RFC 4287 and of feed validators.
#include "searcher/render/atom.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <sstream>

#include "tests/unit/atom_feed.h"
#include "tests/unit/sample_result.h"

namespace dateline {
namespace {

std::string written(const SearchResult& result) {
    std::ostringstream out;
    render_atom(result, out);
    return out.str();
}

std::string faults_of(const SearchResult& result) {
    return fmt::format("{}", fmt::join(atom_faults(written(result)), "; "));
}

/// The sample as what came in for a saved search.
SearchResult arrivals() {
    SearchResult result = sample_result();
    SearchPart part;
    part.name = "strikes";
    part.read_as = "strike within 5 words of rail";
    part.hits = result.hits.size();
    part.told = 1'795'775'000;
    result.parts = {part};
    std::int64_t told = 1'795'775'615;
    for (Hit& hit : result.hits) {
        hit.arrival = Arrival{"strikes", ArrivalKind::fresh, "", hit.article.id, told};
        told -= 86'400;
    }
    result.hits[0].arrival->kind = ArrivalKind::copy;
    result.hits[0].arrival->of = "desk:0javkb8r7jh1h";
    result.hits[0].arrival->told_as = "desk:ax22x3bewb3kg";
    return result;
}

TEST_CASE("every feed is valid") {
    CHECK(faults_of(sample_result()) == "");
    CHECK(faults_of(archives_result()) == "");
    CHECK(faults_of(pile_result()) == "");
    CHECK(faults_of(empty_result()) == "");
    CHECK(faults_of(arrivals()) == "");
    SearchResult nothing;
    SearchPart part;
    part.name = "Häfen & <more>";
    nothing.parts = {part};
    CHECK(faults_of(nothing) == "");
    nothing.parts.push_back(part);
    CHECK(faults_of(nothing) == "");
}

TEST_CASE("an entry keeps the id under which it was told first, and the time") {
    const AtomFeed feed = read_atom(written(arrivals()));
    CHECK(feed.id == "urn:dateline:saved:strikes");
    CHECK(feed.title == "strikes");
    CHECK(feed.updated == "2026-11-27T10:33:35Z");
    REQUIRE(feed.entries.size() == 3);
    CHECK(feed.entries[0].id == "urn:dateline:desk:ax22x3bewb3kg");
    CHECK(feed.entries[0].updated == "2026-11-27T10:33:35Z");
    CHECK(feed.entries[0].content.find("same text as desk:0javkb8r7jh1h") != std::string::npos);
    CHECK(feed.entries[1].updated == "2026-11-26T10:33:35Z");
}

TEST_CASE("without a saved search an entry is as old as its article") {
    SearchResult result = sample_result();
    result.hits[1].article.published.reset();
    result.hits[1].article.file.modified_ns = 1'000'000'000'000'000'000;
    const AtomFeed feed = read_atom(written(result));
    CHECK(feed.entries[0].id == "urn:dateline:0k3x9abcdefgh");
    CHECK(feed.entries[0].updated ==
          to_string(result.hits[0].article.published->day) + "T00:00:00Z");
    CHECK(feed.entries[1].updated == "2001-09-09T01:46:40Z");
}

TEST_CASE("in a feed of several searches each tells its articles, under names of its own") {
    SearchResult result = arrivals();
    Hit same = result.hits.front();
    same.arrival->search = "ports";
    result.hits.push_back(same);
    result.parts.push_back(result.parts.front());
    CHECK(faults_of(result) == "");
    const AtomFeed feed = read_atom(written(result));
    REQUIRE(feed.entries.size() == 4);
    CHECK(feed.entries[0].id == "urn:dateline:strikes:desk:ax22x3bewb3kg");
    CHECK(feed.entries[3].id == "urn:dateline:ports:desk:ax22x3bewb3kg");
}

TEST_CASE("whatever articles say, their feed is valid") {
    std::mt19937 random(5);
    const std::vector<std::string> pieces{"<",
                                          ">",
                                          "&",
                                          "\"",
                                          "'",
                                          "\x01",
                                          "\xFF",
                                          "]]>",
                                          "\n",
                                          "\t",
                                          "\xEF\xBF\xBE",
                                          "\xEF\xBF\xBF",
                                          "<script>",
                                          "a",
                                          "javascript:",
                                          "http://",
                                          "&#x0;",
                                          "\xE2\x80\xAE",
                                          "\xED\xA0\x80"};
    const auto text = [&] {
        std::string made;
        for (std::size_t i = random() % 8; i > 0; --i) made += pieces[random() % pieces.size()];
        return made;
    };
    for (int round = 0; round < 300; ++round) {
        SearchResult result = arrivals();
        result.query = text();
        result.parts[0].name = text() + "x";
        result.parts[0].read_as = text();
        Hit& hit = result.hits[1];
        hit.title = {text(), {}};
        hit.outlet = {text(), {}};
        hit.article.authors = {text(), text()};
        hit.article.section = text();
        hit.article.url = "https://example.org/" + text();
        hit.passages.resize(1);
        hit.passages[0].text = {text(), {}};
        hit.arrival->of = text();
        if (round % 2 == 0) result.parts.clear();
        CHECK(faults_of(result) == "");
    }
}

}  // namespace
}  // namespace dateline
