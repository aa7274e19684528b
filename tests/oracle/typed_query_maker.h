// SPDX-License-Identifier: GPL-2.0-or-later
// Random queries of words, phrases and values that the archive's articles have, so that most find
// something.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "common/article.h"
#include "tests/oracle/typed_query.h"

namespace dateline::oracle {

/// Every test runs with this day.
inline constexpr Day oracle_today{std::chrono::year{2026}, std::chrono::February,
                                  std::chrono::day{28}};

/// A date as it may be typed, and the days that it covers.
struct TypedDays {
    std::string typed;
    DateRange days;
};

class TypedQueryMaker {
public:
    TypedQueryMaker(const std::vector<Article>& articles, unsigned seed);

    TypedQuery query() { return simplified(any_query()); }

    /// A random number below `below`, which is not 0.
    std::size_t pick(std::size_t below);
    bool one_in(std::size_t number) { return pick(number) == 0; }
    /// A value of the field in some article, as it stands there or nearly so; "" rarely.
    std::string value(const std::string& field);
    TypedDays days();

private:
    TypedQuery any_query();
    TypedQuery made(Said said);
    TypedQuery made(Said said, std::vector<TypedQuery> children);
    const Article& some_article();
    const std::string& some_text();
    std::string next_word();
    std::string next_run();
    void begin_text();
    std::string spelt_otherwise(std::string word);
    std::string letters_only();

    TypedQuery word();
    TypedQuery phrase();
    TypedQuery pattern();
    TypedQuery fuzzy();
    TypedQuery capitals();
    TypedQuery field_value();
    TypedQuery range();
    TypedQuery length();
    TypedQuery known();
    TypedQuery address();
    TypedQuery words_of_field();
    TypedQuery leaf();
    TypedQuery placed_operand(int pairs);
    TypedQuery pair(int pairs);
    TypedQuery on_places();
    TypedQuery in_area();
    TypedQuery part(int depth);
    TypedQuery either(int depth);
    TypedQuery both(int depth);
    TypedQuery sequence(int depth);

    const std::vector<Article>& articles_;
    std::mt19937 random_;
    std::string text_;  ///< of which words are taken one after the other
    std::size_t at_ = 0;
    std::size_t article_ = 0;  ///< of which most words and values are
};

}  // namespace dateline::oracle
