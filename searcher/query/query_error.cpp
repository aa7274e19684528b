// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/query_error.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "common/code_points.h"

namespace dateline {
namespace {

constexpr std::size_t most_columns = 72;
constexpr std::size_t columns_before_place = 48;
constexpr std::size_t most_shown = 40;  // characters of the user's words inside a message

struct Cell {
    std::string_view bytes;
    std::size_t offset = 0;
    std::size_t columns = 1;
};

/// One printable character of the query, with the columns that a terminal gives it.
Cell cell_at(std::string_view text, std::size_t offset) {
    const CodePoint point = code_point_at(text, offset);
    if (point.value < 0) return {"?", offset, 1};
    const utf8proc_category_t category = utf8proc_category(point.value);
    if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
        category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP)
        return {" ", offset, 1};
    const int columns = utf8proc_charwidth(point.value);
    return {text.substr(offset, point.bytes), offset,
            columns < 0 ? 0 : static_cast<std::size_t>(columns)};
}

std::vector<Cell> cells(std::string_view text) {
    std::vector<Cell> result;
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).bytes)
        result.push_back(cell_at(text, at));
    return result;
}

}  // namespace

std::string shown(std::string_view text) {
    std::string result;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).bytes) {
        if (++characters > most_shown) return result + "…";
        result += cell_at(text, at).bytes;
    }
    return result;
}

Error query_error(std::string_view query, std::size_t offset, const std::string& what,
                  std::string hint) {
    const std::vector<Cell> all = cells(query);
    const auto place = static_cast<std::size_t>(
        std::ranges::find_if(all, [&](const Cell& c) { return c.offset >= offset; }) - all.begin());
    const bool cut_before = place > columns_before_place && all.size() > most_columns;
    const std::size_t first = cut_before ? place - columns_before_place : 0;
    const std::size_t last = std::min(all.size(), first + most_columns);
    std::string line = cut_before ? "…" : "";
    std::size_t column = cut_before ? 1 : 0;
    for (std::size_t i = first; i < last; ++i) {
        line += all[i].bytes;
        if (i < place) column += all[i].columns;
    }
    if (last < all.size()) line += "…";
    std::string message = what;
    message += "\n  " + line + "\n  " + std::string(column, ' ') + "^";
    return Error(message, std::move(hint));
}

}  // namespace dateline
