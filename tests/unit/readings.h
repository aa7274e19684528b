// SPDX-License-Identifier: GPL-2.0-or-later
// Queries and the trees that they are read as, in tables.
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "searcher/query/describe.h"
#include "searcher/query/tree.h"

namespace dateline {

inline const Day query_day = *make_day(2026, 3, 1);

inline std::string tree_of(std::string_view typed) {
    return to_string(parse_query(typed, query_day));
}

struct ParsedRow {
    std::string_view typed;
    std::string_view tree;
};

template <std::size_t size>
void check_readings(const std::array<ParsedRow, size>& rows) {
    for (const ParsedRow& row : rows) {
        CAPTURE(row.typed);
        CHECK(tree_of(row.typed) == row.tree);
    }
}

template <std::size_t size>
void check_same_reading(const std::array<ParsedRow, size>& rows) {
    for (const ParsedRow& row : rows) {
        CAPTURE(row.typed);
        CHECK(tree_of(row.typed) == tree_of(row.tree));
    }
}

}  // namespace dateline
