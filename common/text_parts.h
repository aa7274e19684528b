// SPDX-License-Identifier: GPL-2.0-or-later
// Texts in parts: lines, and lists that a character divides.
#pragma once

#include <algorithm>
#include <string_view>

namespace dateline {

/// What stands before the first `mark`, or all of the text; it is taken off the text, the mark with
/// it.
constexpr std::string_view take_part(std::string_view& text, char mark) {
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

/// The first line, without its end.
constexpr std::string_view take_line(std::string_view& text) {
    return take_part(text, '\n');
}

}  // namespace dateline
