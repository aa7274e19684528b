// SPDX-License-Identifier: GPL-2.0-or-later
// Where in the file, and how far indented, the pieces stand that the Markdown parser reports.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>

#include "common/ascii.h"

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

    /// True if the line that begins with `place` is indented as the paragraphs of wire copy and of
    /// typescripts begin: under a headline in capitals; or after a sentence's end by four blanks
    /// more than the lines around it, with a capital.
    bool opens_paragraph(const char* place) const;

private:
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
    constexpr std::string_view sentence_ends = ".!?\":)";
    if (rest_from(place).empty()) return false;
    const auto offset = static_cast<std::size_t>(place - begin_);
    const std::size_t line = typed_.rfind('\n', offset) + 1;  // npos + 1 is 0
    const std::size_t indent = indent_of_line(line);
    if (line < 2 || line + indent != offset) return false;
    const std::size_t above = typed_.rfind('\n', line - 2) + 1;
    const std::string_view last = ascii::trim(typed_.substr(above, line - 1 - above));
    const std::size_t deeper = indent - std::min(indent, indent_of_line(above));
    if (last.empty()) return false;
    if (std::none_of(last.begin(), last.end(), ascii::is_lower)) return deeper >= 2;
    const std::size_t below = std::min(typed_.find('\n', offset), typed_.size() - 1) + 1;
    return deeper >= 4 && sentence_ends.find(last.back()) != last.npos && ascii::is_upper(*place) &&
           indent > indent_of_line(below);
}

}  // namespace dateline
