// SPDX-License-Identifier: GPL-2.0-or-later
// What is new for a saved search, on plain values.
#include "searcher/following/whats_new.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

#include "tests/unit/made_fingerprints.h"

namespace dateline {
namespace {

TEST_CASE("what is new is told by what it is to what was told before") {
    constexpr std::uint32_t url = 77;
    const There before{article("a", fingerprint(1)), article("b", fingerprint(2, 0, 0, url)),
                       article("c", fingerprint(3))};
    struct Row {
        const char* name;
        There now;
        There others;
        std::string told;
    };
    const std::vector<Row> rows{
        {"nothing", before, {}, ""},
        {"one is gone", {before[0], before[1]}, {}, ""},
        {"one more", {before[0], before[1], before[2], article("d", fingerprint(4))}, {}, "d new"},
        {"moved", {article("x", fingerprint(1)), before[1], before[2]}, {}, ""},
        {"moved out of one place into another's",
         {article("b", fingerprint(1)), before[2]},
         {},
         ""},
        {"swapped", {article("b", fingerprint(1)), article("a", fingerprint(2))}, {}, ""},
        {"edited", {article("a", fingerprint(1, 1)), before[1], before[2]}, {}, ""},
        {"read by other readers", {article("a", fingerprint(1, 0, 1))}, {}, ""},
        {"moved and read by other readers", {article("x", fingerprint(1, 0, 1))}, {}, ""},
        {"a copy", {before[0], article("x", fingerprint(1))}, {}, "x copy a"},
        {"a copy of one that no longer matches",
         {article("x", fingerprint(1))},
         {before[0]},
         "x copy a"},
        {"two copies of one that is gone: it moved, and there is a copy",
         {article("x", fingerprint(1)), article("y", fingerprint(1))},
         {},
         "y copy x"},
        {"two new ones with one text",
         {article("x", fingerprint(9)), article("y", fingerprint(9))},
         {},
         "x new, y copy x"},
        {"a version", {before[1], article("x", fingerprint(9, 0, 0, url))}, {}, "x version b"},
        {"a version of one that is gone",
         {article("x", fingerprint(9, 0, 0, url))},
         {},
         "x version"},
        {"a version in its place", {article("b", fingerprint(9, 0, 0, url))}, {}, "b version"},
        {"edited, and moved from where one was that is like it",
         {article("a", fingerprint(3, 1)), article("c", fingerprint(1))},
         {},
         "a new"},
        {"another in its place", {article("a", fingerprint(9))}, {}, "a new"},
        {"another of the same pattern under another URL in its place",
         {article("b", fingerprint(2, 1, 0, url + 1))},
         {},
         "b new"},
        {"another in its place, and it moved",
         {article("a", fingerprint(9)), article("x", fingerprint(1))},
         {},
         "a new"},
        {"another that does not match in its place, and it moved",
         {article("x", fingerprint(1))},
         {article("a", fingerprint(9))},
         ""},
        {"all shift by one place, and one is new",
         {article("a", fingerprint(9)), article("b", fingerprint(1)),
          article("c", fingerprint(2, 0, 0, url)), article("d", fingerprint(3))},
         {},
         "a new"},
        {"the archive has a name now",
         {article("a", fingerprint(1), "desk"), article("b", fingerprint(2, 0, 0, url), "desk")},
         {},
         ""},
        {"the same id in another archive",
         {article("a", fingerprint(9), "desk"), before[0]},
         {},
         "desk:a new"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(told(compare(seen_of(before), row.now, row.others), row.now) == row.told);
    }
}

TEST_CASE("texts of one pattern that move on by a place are known, and the new one is told") {
    const auto of_day = [](int day) {
        Fingerprint print = fingerprint(5, 0);
        print.text = print.source = static_cast<std::uint64_t>(day);  // and alike in all else
        return print;
    };
    const There before{article("a", of_day(3)), article("b", of_day(2)), article("c", of_day(1))};
    const There rolled{article("a", of_day(4)), article("b", of_day(3)), article("c", of_day(2))};
    CHECK(told(compare(seen_of(before), rolled), rolled) == "a new");
    const There grown{article("a", of_day(4)), article("b", of_day(3)), article("c", of_day(2)),
                      article("d", of_day(1))};
    CHECK(told(compare(seen_of(before), grown), grown) == "a new");
}

TEST_CASE("what is not remembered stays new, and what moved is remembered where it lies") {
    const There now{article("x", fingerprint(1)), article("d", fingerprint(4))};
    const WhatsNew news = compare(seen_of({article("a", fingerprint(1))}), now);
    CHECK(news.moved);
    CHECK(told(news, now) == "d new");
    CHECK(told(compare(news.seen, now), now) == "d new");
    Seen after = news.seen;
    remember(after, now[1], news.articles[0], 2, true);
    const WhatsNew next = compare(after, now);
    CHECK(next.articles.empty());
    CHECK_FALSE(next.moved);
    CHECK(after.articles[0].told_as == "a");
    CHECK(after.articles[0].place.id == "x");
}

TEST_CASE("what only a feed has told is new to a person, told as it was") {
    const There now{article("a", fingerprint(1))};
    const WhatsNew first = compare({}, now);
    Seen seen = first.seen;
    remember(seen, now[0], first.articles[0], 5, false);
    const There later{article("b", fingerprint(1))};
    const WhatsNew news = compare(seen, later);
    REQUIRE(news.articles.size() == 1);
    CHECK(news.articles[0].told_as == "a");
    seen = news.seen;
    remember(seen, later[0], news.articles[0], 6, true);
    CHECK(seen.articles.size() == 1);
    CHECK(seen.articles[0].told == 5);
    CHECK(compare(seen, later).articles.empty());
}

TEST_CASE("no two articles are told as one") {
    Seen seen = seen_of({article("a", fingerprint(1))});
    std::set<std::string> names{"a"};
    for (int text = 2; text < 6; ++text) {  // each takes the place of the one before
        const There now{article("a", fingerprint(text))};
        const WhatsNew news = compare(seen, now);
        REQUIRE(news.articles.size() == 1);
        CHECK(names.insert(news.articles[0].told_as).second);
        seen = news.seen;
        remember(seen, now[0], news.articles[0], text, true);
    }
}

}  // namespace
}  // namespace dateline
