// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/paragraphs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "searcher/pile/quotation_marks.h"

namespace dateline {
namespace {

constexpr std::size_t longest_wrapped_line = 90;  // bytes
constexpr std::size_t fewest_wrapped_lines = 4;

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The line that begins at `at`, without its newline.
Line line_at(std::string_view text, std::size_t at) {
    return {at, std::min(text.find('\n', at), text.size())};
}

/// Several lines in a row and none of them long: a telegraph's, or a mail's.
bool is_wrapped(std::string_view text) {
    std::size_t in_row = 0;
    std::size_t most_in_row = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Line line = line_at(text, at);
        if (line.end - line.begin > longest_wrapped_line) return false;
        in_row = line.end == line.begin ? 0 : in_row + 1;
        most_in_row = std::max(most_in_row, in_row);
        at = line.end + 1;
    }
    return most_in_row >= fewest_wrapped_lines;
}

}  // namespace

std::vector<Span> paragraphs_of(std::string_view body) {
    const bool wrapped = is_wrapped(body);
    bool new_paragraph = true;
    std::vector<Span> paragraphs;
    for (std::size_t at = 0; at < body.size();) {
        const Line line = line_at(body, at);
        const std::size_t begin = begin_without_blanks(body, line.begin, line.end);
        const std::size_t end = end_without_blanks(body, begin, line.end);
        at = line.end + 1;
        const bool indented = begin > line.begin;
        if (begin == end) {
            new_paragraph = true;
        } else if (!wrapped || new_paragraph || indented) {
            paragraphs.push_back(
                {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
            new_paragraph = false;
        } else {
            paragraphs.back().end = static_cast<std::uint32_t>(end);
        }
    }
    return paragraphs;
}

}  // namespace dateline
