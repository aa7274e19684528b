// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/conditions.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/unit/small_index.h"

namespace dateline {
namespace {

const SmallIndex& index() {
    static const SmallIndex made({made_article("day", "Report", "One two.", "2026-02-15"),
                                  made_article("month", "Report", "One two three.", "2026-02"),
                                  made_article("year", "Report", "One two three four.", "2026"),
                                  made_article("undated", "Report", "One.", "")});
    return made;
}

/// The articles that a condition finds, by their order in the index; none of them has a score.
std::set<Xapian::docid> found(const Xapian::Query& query) {
    Xapian::Enquire enquire(index().database());
    enquire.set_query(query);
    std::set<Xapian::docid> docids;
    const Xapian::MSet hits = enquire.get_mset(0, 10);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
        CHECK(hit.get_weight() == 0);
        docids.insert(*hit);
    }
    return docids;
}

DateRange days(const char* first, const char* last) {
    DateRange range;
    if (*first != '\0') range.first = parse_iso_date(first)->day;
    if (*last != '\0') range.last = parse_iso_date(last)->day;
    return range;
}

using Docids = std::set<Xapian::docid>;

}  // namespace

TEST_CASE("an article passes a date filter if any of its days does, an undated one never") {
    struct Row {
        DateRange days;
        Docids articles;
    };
    for (const Row& row : {Row{days("2026-02-15", "2026-02-15"), {1, 2, 3}},
                           {days("2026-02-16", "2026-02-20"), {2, 3}},
                           {days("2026-03-01", ""), {3}},
                           {days("", "2026-01-31"), {3}},
                           {days("", ""), {1, 2, 3}},
                           {days("2027-01-01", ""), {}},
                           {days("", "2025-12-31"), {}}}) {
        CHECK(found(date_query(row.days)) == row.articles);
    }
}

TEST_CASE("an article lies within days if all of its days do") {
    const auto within = [](const char* first, const char* last) {
        return found(days_within(parse_iso_date(first)->day, parse_iso_date(last)->day));
    };
    CHECK(within("2026-02-15", "2026-02-15") == Docids{1});
    CHECK(within("2026-02-01", "2026-02-28") == Docids{1, 2});
    CHECK(within("2026-02-01", "2026-02-27") == Docids{1});
    CHECK(within("2026-01-01", "2026-12-31") == Docids{1, 2, 3});
}

TEST_CASE("a range of numbers has both of its ends, however large") {
    struct Row {
        std::uint64_t low;
        std::uint64_t high;
        Docids articles;
    };
    for (const Row& row : {Row{0, UINT64_MAX, {1, 2, 3, 4}},
                           {4, 4, {2}},
                           {4, UINT64_MAX, {2, 3}},
                           {0, 3, {1, 4}},
                           {UINT64_MAX, UINT64_MAX, {}}}) {
        Matcher matcher;
        matcher.kind = MatcherKind::range;
        matcher.field = "length";
        matcher.low = row.low;
        matcher.high = row.high;
        CHECK(found(number_query(matcher)) == row.articles);
    }
}

TEST_CASE("a field is known where it has a value, and no condition gives a score") {
    CHECK(found(stated_query("date")) == Docids{1, 2, 3});
    CHECK(found(stated_query("outlet")).empty());
    CHECK(found(unscored(Xapian::Query("Zone"))) == Docids{1, 2, 3, 4});
}

}  // namespace dateline
