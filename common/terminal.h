// SPDX-License-Identifier: GPL-2.0-or-later
// Text for terminals: whether to colour, how wide a line is, how wide a text is shown, where to
// break it, and what of an article's text must not reach a terminal as it is. All but
// terminal_facts() are functions of their arguments alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

enum class ColorChoice { automatic, always, never };
enum class Stream { output, errors };

/// What the environment says of a stream; an unset or empty variable is absent.
struct TerminalFacts {
    bool is_terminal = false;
    std::optional<std::size_t> window_columns = {};  ///< of the terminal window
    std::optional<std::string> columns = {};         ///< $COLUMNS
    std::optional<std::string> no_color = {};        ///< $NO_COLOR
    std::optional<std::string> clicolor_force = {};  ///< $CLICOLOR_FORCE
    std::optional<std::string> term = {};            ///< $TERM
    std::optional<std::size_t> window_rows = {};     ///< of the terminal window
};

/// Asks the system and the environment.
TerminalFacts terminal_facts(Stream stream);

/// The choice, if it is one; else NO_COLOR, then CLICOLOR_FORCE (unless 0), then a terminal that is
/// not dumb.
bool use_color(ColorChoice choice, const TerminalFacts& facts);

inline constexpr std::size_t narrowest = 20;
inline constexpr std::size_t widest = 500;

/// Columns for a text: $COLUMNS, else the window's, else 80; always within narrowest..widest.
std::size_t text_width(const TerminalFacts& facts);

/// Columns that valid UTF-8 takes in a terminal: wide characters two, combining marks none.
std::size_t display_width(std::string_view text);

enum class LineBreaks { become_blanks, stay };

/// The text without anything that a terminal would obey: a control character (so every escape
/// sequence loses its head) and every invalid byte becomes U+FFFD; tabs and line breaks become
/// blanks; marks that reorder text or are never seen (bidirectional overrides, soft hyphens, tags)
/// are dropped. The result is valid UTF-8.
std::string make_safe(std::string_view text, LineBreaks breaks = LineBreaks::become_blanks);

/// The beginning of a safe text in at most `width` columns, cut at a word where there is one, with
/// "…".
std::string cut_to_width(std::string_view text, std::size_t width);

/// Bytes [begin, end) of a text.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const TextRange&) const = default;
};

/// The lines of a safe text at most `width` columns wide, broken at blanks (which belong to no
/// line) and beside wide characters; a longer word is broken anywhere. The first line is at most
/// `first_width` wide. At least one character a line; no line for an empty text.
std::vector<TextRange> wrap(std::string_view text, std::size_t first_width, std::size_t width);

}  // namespace dateline
