// SPDX-License-Identifier: GPL-2.0-or-later
// Where in the file, and how far indented, the pieces stand that the Markdown parser reports.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>

#include "indexer/ascii.h"

namespace dateline {

// The line of the file of a place in the text. Places come in increasing order, so lines are
// counted once; a place before the last one gets the last one's line.
class LineCounter {
public:
    /// `typed` is the text before anything was blanked out in it; as long as `text`.
    LineCounter(std::string_view text, std::string_view typed, std::uint32_t line)
        : typed_(typed),
          begin_(text.data()),
          at_(text.data()),
          end_(text.data() + text.size()),
          line_(line) {}

    std::uint32_t line_at(const char* place) {
        const std::less<const char*> before;  // md4c's own strings lie anywhere
        if (before(place, at_) || before(end_, place)) return line_;
        line_ += static_cast<std::uint32_t>(std::count(at_, place, '\n'));
        at_ = place;
        return line_;
    }

    /// What of the text follows `place`; "" if it is not within it.
    std::string_view rest_from(const char* place) const {
        const std::less<const char*> before;
        if (before(place, begin_) || before(end_, place)) return {};
        return {place, static_cast<std::size_t>(end_ - place)};
    }

    /// True if the line that begins with `place` is indented by four blanks more than the lines
    /// around it and begins with a capital, after a line that ends a sentence or is all capitals:
    /// so do the paragraphs of wire copy and of typescripts.
    bool opens_paragraph(const char* place) const;

private:
    static bool may_end_paragraph(std::string_view line) {
        constexpr std::string_view ends = ".!?\":)";
        return !line.empty() && (ends.find(line.back()) != ends.npos ||
                                 std::none_of(line.begin(), line.end(), ascii::is_lower));
    }

    std::size_t indent_of_line(std::size_t begin) const {
        return std::min(typed_.find_first_not_of(' ', begin), typed_.size()) - begin;
    }

    std::string_view typed_;
    const char* begin_;
    const char* at_;
    const char* end_;
    std::uint32_t line_;
};

inline bool LineCounter::opens_paragraph(const char* place) const {
    constexpr std::size_t paragraph_indent = 4;
    if (rest_from(place).empty() || !ascii::is_upper(*place)) return false;
    const auto offset = static_cast<std::size_t>(place - begin_);
    const std::size_t before = typed_.rfind('\n', offset);
    if (before == typed_.npos || before == 0) return false;
    const std::size_t indent = indent_of_line(before + 1);
    if (before + 1 + indent != offset) return false;
    const std::size_t last_line = typed_.rfind('\n', before - 1) + 1;  // npos + 1 is 0
    if (!may_end_paragraph(ascii::trim(typed_.substr(last_line, before - last_line)))) return false;
    const std::size_t next_line = std::min(typed_.find('\n', offset), typed_.size() - 1) + 1;
    return indent >= indent_of_line(last_line) + paragraph_indent &&
           indent > indent_of_line(next_line);
}

}  // namespace dateline
