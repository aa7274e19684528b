// SPDX-License-Identifier: GPL-2.0-or-later
// Quotation marks as characters: which they are, and what their neighbours tell of their direction.
// A part of quotations.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

/// Marks by what they can do, not by their shape.
enum class MarkKind : std::uint8_t {
    straight,         ///< " of typewriters: opens and closes
    upper_left,       ///< “ ‟ ‘‘: opens; closes what „ opened
    upper_right,      ///< ” ’’: closes; opens in Swedish and Finnish
    low,              ///< „: opens
    left_guillemet,   ///< «: opens; closes what » opened
    right_guillemet,  ///< »: closes; opens in German
    corner_open,      ///< 「
    corner_close,     ///< 」
    white_open,       ///< 『
    white_close,      ///< 』
    grave_open,       ///< `` of telegraph wires
    grave_close,      ///< ''
};

/// What stands beside a mark.
enum class Beside : std::uint8_t {
    blank,   ///< also the border of the paragraph
    letter,  ///< or digit
    cjk,     ///< Chinese, Japanese or Korean, which write no blanks
    sign,    ///< anything else
};

struct Mark {
    MarkKind kind = MarkKind::straight;
    std::size_t begin = 0;
    std::size_t end = 0;
    Beside before = Beside::blank;
    Beside after = Beside::blank;
    bool opener_before = false;  ///< an opening bracket or a dash

    /// Stands where a word begins: "x, (“x.
    bool looks_opening() const {
        return after != Beside::blank && (before == Beside::blank || opener_before);
    }
    /// Stands behind something and before nothing: x”.
    bool looks_closing() const { return before != Beside::blank && after == Beside::blank; }
};

/// The next mark of text[at, end); nothing if there is none. [begin, end) is the paragraph.
std::optional<Mark> next_mark(std::string_view text, std::size_t begin, std::size_t at,
                              std::size_t end);

/// The bytes of the blank at `at`, of those that stand within a line; 0 if there is none.
std::size_t blank_at(std::string_view text, std::size_t at);

/// The end of text[begin, end) without the blanks before it.
std::size_t end_without_blanks(std::string_view text, std::size_t begin, std::size_t end);

/// The begin of text[begin, end) without the blanks behind it.
std::size_t begin_without_blanks(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace dateline
