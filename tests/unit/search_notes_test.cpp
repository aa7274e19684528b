// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/search_notes.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/counts/timeline.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

const SmallIndex& index() {
    static const SmallIndex made(
        {made_article("a", "Harbour", "The harbour of 1900.", "1900-01-01"),
         made_article("b", "Harbour", "The harbour today.", "2026-01-01"),
         made_article("c", "Harbour", "No day is known.", "")});
    return made;
}

bool has_note(const SearchResult& result, std::string_view part) {
    return std::ranges::any_of(result.notes, [&](const std::string& note) {
        return note.find(part) != std::string::npos;
    });
}

SearchRequest since_1950() {
    SearchRequest request;
    request.days.first = make_day(1950, 1, 1);
    return request;
}

}  // namespace

TEST_CASE("what was left out of a question, or is in no article, is said") {
    const SearchResult result = index().ask({}, "the harbour");
    CHECK(has_note(result, "left out as too common: the"));
    const SearchResult missing = index().ask({}, "harbour harbuor");
    REQUIRE(missing.missing.size() == 1);
    CHECK(missing.missing[0].word == "harbuor");
    CHECK(has_note(missing, to_string(missing.missing[0])));
}

TEST_CASE("where nothing is found, what is missing is no note but advice") {
    const SearchResult result = index().ask({}, "harbuor");
    REQUIRE(result.missing.size() == 1);
    CHECK_FALSE(has_note(result, "harbuor"));
}

TEST_CASE("undated articles that the days leave out are counted") {
    const SearchResult result = index().ask(since_1950(), "harbour");
    CHECK(result.undated_left_out == MatchCount{1, true});
    CHECK(has_note(result, "1 article without a date was left out by the date filter"));
    CHECK(index().ask({}, "harbour").undated_left_out == MatchCount{});
}

TEST_CASE("options that changed nothing are named") {
    SearchRequest by_date;
    by_date.sort = SortOrder::newest;
    by_date.recent_half_life_days = 30;
    CHECK(has_note(index().ask(by_date, "harbour"), "--recent changed nothing: the list is by"));
    SearchRequest old;
    old.recent_half_life_days = 1;
    old.days.last = make_day(1950, 1, 1);
    CHECK(has_note(index().ask(old, "harbour"), "all of these are too old"));
    CHECK_FALSE(has_note(index().ask(by_date, "absentword"), "changed nothing"));
}

TEST_CASE("notes of the counts stand beside those of the search") {
    SearchRequest request = since_1950();
    request.days.first = make_day(1800, 1, 1);
    request.counts.timeline = true;
    request.counts.period = Period::day;
    const SearchResult result = index().ask(request, "the harbour harbuor");
    REQUIRE(result.timeline);
    CHECK(result.timeline->period != Period::day);
    CHECK(has_note(result, "the timeline is by " +
                               std::string(period_name(result.timeline->period)) +
                               ", since by day it would have more than"));
    CHECK(has_note(result, "left out as too common: the"));
    CHECK(has_note(result, "harbuor"));
    CHECK(has_note(result, "left out by the date filter"));
}

TEST_CASE("with --explain it is said where scores need not fall") {
    std::vector<Article> articles;
    for (int i = 0; i < 8; ++i)
        articles.push_back(made_article("m" + std::to_string(i), "Illness",
                                        "Measles outbreak: vaccine doses at the clinic."));
    const SmallIndex ill(std::move(articles));
    SearchRequest request;
    CHECK_FALSE(has_note(ill.ask(request, "measles outbreak"), "keep the places"));
    request.explain = true;
    CHECK(has_note(ill.ask(request, "measles outbreak"), "the best two keep the places"));
    CHECK_FALSE(has_note(ill.ask(request, "illness"), "keep the places"));
}

}  // namespace dateline
