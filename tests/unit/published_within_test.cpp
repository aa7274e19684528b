// SPDX-License-Identifier: GPL-2.0-or-later
// Date filters by months against date filters by values.
#include "searcher/match/published_within.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "searcher/match/conditions.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

std::set<Xapian::docid> found_by(const Xapian::Database& database, const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    std::set<Xapian::docid> docids;
    for (auto hit = found.begin(); hit != found.end(); ++hit) docids.insert(*hit);
    return docids;
}

/// "2021", "2021-03" or "2021-03-31", each as often; never a day that does not exist.
std::string random_date(std::minstd_rand& random, int first_year, int years) {
    std::string date = std::to_string(first_year + static_cast<int>(random() % years));
    const auto two = [](unsigned number) {
        return (number < 10 ? "-0" : "-") + std::to_string(number);
    };
    const auto parts = random() % 3;
    const auto month = static_cast<unsigned>(1 + random() % 12);
    if (parts > 0) date += two(month);
    const unsigned days[] = {1, 2, 15, 28, month == 2 ? 28U : 30U};
    if (parts > 1) date += two(days[random() % std::size(days)]);
    return date;
}

std::vector<Article> dated(int first_year, int years) {
    std::minstd_rand random(first_year);
    std::vector<Article> made;
    for (int i = 0; i < 300; ++i)
        made.push_back(made_article(std::to_string(first_year) + "-" + std::to_string(i), "Report",
                                    "harbour",
                                    i % 10 == 0 ? "" : random_date(random, first_year, years)));
    return made;
}

/// An end that is open, a day in a month, its first or its last.
std::optional<Day> random_end(std::minstd_rand& random, int first_year, int years) {
    if (random() % 6 == 0) return std::nullopt;
    const DateRange days = days_of(*parse_iso_date(random_date(random, first_year - 1, years + 2)));
    return random() % 2 == 0 ? days.first : days.last;
}

void check_ranges(const Archives& archives, int first_year, int years) {
    std::minstd_rand random(7);
    std::size_t found = 0;
    for (int i = 0; i < 500; ++i) {
        const DateRange days{random_end(random, first_year, years),
                             random_end(random, first_year, years)};
        if (days == DateRange{}) continue;
        CAPTURE((days.first ? day_key(*days.first) : "open"));
        CAPTURE((days.last ? day_key(*days.last) : "open"));
        const auto expected = found_by(archives.all(), date_query(days));
        CHECK(found_by(archives.all(), published_within(archives, days)) == expected);
        found += expected.size();
    }
    CHECK(found > 5000);
}

bool uses_months(const Archives& archives, const DateRange& days) {
    return published_within(archives, days).get_description() != date_query(days).get_description();
}

TEST_CASE("a date filter by months finds what one by values does") {
    const SmallIndex index(dated(2019, 3));
    check_ranges(index.archives(), 2019, 3);
    CHECK(uses_months(index.archives(), {make_day(2020, 1, 1), make_day(2020, 12, 31)}));
    CHECK(uses_months(index.archives(), {make_day(2020, 5, 3), std::nullopt}));
    CHECK(uses_months(index.archives(), {make_day(2000, 1, 1), make_day(2020, 12, 31)}));
    const SmallIndex six_years(dated(2015, 6));
    check_ranges(six_years.archives(), 2015, 6);
    CHECK_FALSE(uses_months(six_years.archives(), {make_day(2015, 1, 1), make_day(2020, 12, 31)}));
}

TEST_CASE("a date filter by months over several archives") {
    const SmallIndex one(dated(2019, 3));
    const SmallIndex two(dated(2020, 2));
    check_ranges(Archives({one.archives().each().front(), two.archives().each().front()}), 2019, 3);
}

TEST_CASE("the same where months 341 years apart have one term, and where nothing has a date") {
    std::vector<Article> articles = dated(1680, 2);
    for (Article& article : dated(2021, 2)) articles.push_back(std::move(article));
    const SmallIndex index(std::move(articles));
    check_ranges(index.archives(), 2021, 2);
    CHECK_FALSE(uses_months(index.archives(), {make_day(2022, 1, 1), make_day(2022, 1, 31)}));
    const SmallIndex undated({made_article("a", "Report", "harbour", "")});
    CHECK(found_by(undated.database(),
                   published_within(undated.archives(), {make_day(2022, 1, 1), std::nullopt}))
              .empty());
}

}  // namespace
}  // namespace dateline
