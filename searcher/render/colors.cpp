// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/colors.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"

namespace dateline {
namespace {

struct Row {
    std::string_view name;
    Paint paint;
    std::string_view usual;
    std::string_view what;
};

constexpr Row rows[] = {
    {"mt", Paint::match, "1;31", "matches"},      {"ti", Paint::title, "1", "titles and headings"},
    {"fn", Paint::file, "36", "files"},           {"no", Paint::note, "2", "notes"},
    {"wa", Paint::warning, "33", "warnings"},     {"ba", Paint::bar, "36", "bars"},
    {"de", Paint::dropped, "31", "dropped text"}, {"ad", Paint::added, "32", "added text"},
};

std::string list_names() {
    std::string list;
    for (const Row& row : rows)
        list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", row.name, row.what);
    return list;
}

}  // namespace

Colors::Colors() {
    for (const Row& row : rows) set(row.paint, row.usual);
}

Colors read_colors(std::string_view text) {
    Colors colors;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(':'), text.size());
        const std::string_view item = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (item.empty()) continue;
        const std::size_t equals = item.find('=');
        const auto row = std::ranges::find(rows, item.substr(0, equals), &Row::name);
        const std::string_view code =
            equals == item.npos ? "?" : item.substr(equals + 1);  // not one
        if (row == std::end(rows) || code.find_first_not_of("0123456789;") != code.npos)
            throw Error(fmt::format("'{}' is no colour", item),
                        "write NAME=CODE, each code of digits and semicolons, with colons between "
                        "them, as in '" +
                            usual_colors() + "'; the names are " + list_names());
        colors.set(row->paint, code);
    }
    return colors;
}

std::string usual_colors() {
    std::string text;
    for (const Row& row : rows)
        text += fmt::format("{}{}={}", text.empty() ? "" : ":", row.name, row.usual);
    return text;
}

}  // namespace dateline
