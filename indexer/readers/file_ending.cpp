// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/file_ending.h"

#include <algorithm>

#include "common/ascii.h"

namespace dateline {

std::string ending_of(std::string_view path, std::size_t longest) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos || dot == 0 || name.size() - dot - 1 > longest) return "";
    std::string ending = ascii::lowered(name.substr(dot + 1));
    const bool plain = std::ranges::all_of(
        ending, [](char c) { return ascii::is_letter(c) || ascii::is_digit(c); });
    return plain ? ending : "";
}

}  // namespace dateline
