// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date_terms.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/term_digits.h"

namespace dateline {
namespace {

using Terms = std::vector<std::string>;

Terms terms_of(std::string_view date) {
    const auto read = parse_iso_date(date);
    return month_terms(read ? days_of(*read) : DateRange{});
}

TEST_CASE("months as terms: one of a day, all of a year, one of their own for the undated") {
    CHECK(terms_of("2026-02-28") == Terms{"Mwu"});
    CHECK(terms_of("2026-02") == terms_of("2026-02-01"));
    CHECK(terms_of("2026-03-01") != terms_of("2026-02-28"));
    CHECK(terms_of("2026").size() == 12);
    CHECK(terms_of("2026")[1] == terms_of("2026-02").front());
    CHECK(terms_of("") == Terms{"M"});
    CHECK(terms_of("0001-01-01").size() == 1);
    CHECK(terms_of("9999-12-31").size() == 1);
}

TEST_CASE("a date has its months, and of each the day or that it is all of it") {
    const auto terms = [](std::string_view date) {
        return date_terms(days_of(*parse_iso_date(date)));
    };
    CHECK(terms("2026-02-28") == Terms{"Mwu", "Mwu" + term_digits(28, 1)});
    CHECK(terms("2026-02") == Terms{"Mwu", "Mwu0"});
    CHECK(terms("2026").size() == 24);
    CHECK(date_terms({}) == Terms{"M"});
}

TEST_CASE("articles have a term of days if they were published in them, or may have been") {
    const char* const dates[] = {"2024-02-28", "2024-02-29", "2024-02", "2024",       "2024-03-01",
                                 "2023-12-31", "2025",       "2025-01", "2025-01-01", "2024-12-15"};
    for (const char* one : dates)
        for (const char* other : dates) {
            const Day first = *days_of(*parse_iso_date(one)).first;
            const Day last = *days_of(*parse_iso_date(other)).last;
            if (first > last) continue;
            const Terms asked = terms_of_days(first, last);
            for (const char* date : dates) {
                CAPTURE(one);
                CAPTURE(other);
                CAPTURE(date);
                const DateRange days = days_of(*parse_iso_date(date));
                const Terms terms = date_terms(days);
                const bool found = std::ranges::find_first_of(terms, asked) != terms.end();
                CHECK(found == (*days.first <= last && *days.last >= first));
            }
        }
}

TEST_CASE("days that go over the end of a year have the months on both sides") {
    using namespace std::chrono_literals;
    CHECK(month_terms({2025y / 12 / 18, 2026y / 1 / 15}) ==
          Terms{terms_of("2025-12").front(), terms_of("2026-01").front()});
}

TEST_CASE("numbers within terms have six bits a character and sort as they are") {
    CHECK(term_digits(0, 3) == "000");
    CHECK(term_digits(63, 2) == "0~");
    CHECK(term_digits(64, 2) == "10");
    CHECK(term_digits(64 * 64, 2) == "00");
    std::string before = term_digits(0, 2);
    for (unsigned i = 1; i < 64 * 64; ++i) {
        const std::string next = term_digits(i, 2);
        CHECK(before < next);
        before = next;
    }
}

}  // namespace
}  // namespace dateline
