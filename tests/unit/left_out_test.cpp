// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/left_out.h"

#include <doctest/doctest.h>

#include "searcher/query/describe.h"

namespace dateline {
namespace {

/// "left out -> what is left" of each.
std::vector<std::string> relaxed(const SearchRequest& request) {
    const Node query = parse_query(request.query, *make_day(2026, 3, 1));
    std::vector<std::string> lines;
    for (const RelaxedSearch& search : relaxed_searches(request, query))
        lines.push_back(search.left_out.what + " -> " + to_string(search.query) + " " +
                        std::to_string(search.request.filters.size()));
    return lines;
}

TEST_CASE("each filter and each part of the query is left out in turn") {
    SearchRequest request;
    request.query = "pentagon \"supply chain\" -nuclear";
    request.filters = {{"outlet", {"npr", "bbc"}}};
    CHECK(relaxed(request) ==
          std::vector<std::string>{
              "--outlet npr --outlet bbc -> " +
                  to_string(parse_query(request.query, *make_day(2026, 3, 1))) + " 0",
              "pentagon -> (sequence (phrase \"supply chain\") (not nuclear)) 1",
              "\"supply chain\" -> (sequence pentagon (not nuclear)) 1",
              "-nuclear -> (sequence pentagon (phrase \"supply chain\")) 1",
              "quotes -> (sequence pentagon (all supply chain) (not nuclear)) 1"});
}

TEST_CASE("where only one thing was asked, nothing can be left out") {
    SearchRequest request;
    request.query = "pentagon";
    CHECK(relaxed(request).empty());
    request.query = "";
    request.filters = {{"outlet", {"npr"}}};
    CHECK(relaxed(request).empty());
    request.query = "a OR b";
    request.filters = {};
    CHECK(relaxed(request).empty());
}

TEST_CASE("a phrase may be read as its words, even if it is all that was asked") {
    SearchRequest request;
    request.query = "\"a death-panel, OR (x)\"";
    CHECK(relaxed(request) ==
          std::vector<std::string>{"quotes -> (sequence (all a death panel or x)) 0"});
}

TEST_CASE("a long query is not taken apart without end") {
    SearchRequest request;
    for (int i = 0; i < 60; ++i) request.query += " word" + std::to_string(i);
    CHECK(relaxed(request).size() == most_relaxed);
}

}  // namespace
}  // namespace dateline
