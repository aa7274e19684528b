// SPDX-License-Identifier: GPL-2.0-or-later
// Command lines of the searcher as they are read on a set day.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/cli/options.h"

namespace dateline {

using Arguments = std::vector<std::string_view>;

inline Day day(int year, unsigned month, unsigned number) {
    return *make_day(year, month, number);
}

inline const Day today = day(2026, 3, 1);

inline SearchCommand read(const Arguments& arguments) {
    return read_search_command(arguments, today);
}

inline SearchRequest request(const Arguments& arguments) {
    return read(arguments).request;
}

}  // namespace dateline
