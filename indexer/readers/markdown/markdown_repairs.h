// SPDX-License-Identifier: GPL-2.0-or-later
// Small faults of Markdown that people and converters write, mended in place before the Markdown
// parser sees it, so that no markup is left in the text. Each function looks at one place outside
// of code and changes no line end.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// True if `text` may have something that the functions below mend; quick.
bool may_need_repair(std::string_view text);

/// `##Heading` without a blank, at the beginning of a line: the last `#` becomes the blank. A
/// single `#` is left: it is mostly a tag or a number (`#1: …`).
void repair_heading(std::string& text, std::size_t begin, std::size_t end);

/// The colon before the second line of "SIZE" and ": 8819324 bytes", a list of definitions, goes.
void repair_definition(std::string& text, std::size_t begin, std::size_t end);

/// A backslash asks for a line break; at the end of a paragraph, or alone on its line, converters
/// have left it behind, and it goes.
void repair_last_backslash(std::string& text, std::size_t begin, std::size_t end);

/// `](mailto:a@b.org?Subject=Two words)`: blanks within a link's target become underscores. `at` is
/// the place of the closing bracket.
void repair_target(std::string& text, std::size_t at);

/// `\*\*strong\*\*`: emphasis that a converter has escaped. `at` is the place of the backslash.
void repair_escaped_emphasis(std::string& text, std::size_t at);

/// `<a href= http://…>` and `<a href="http://…>`, which Markdown does not take for tags, are
/// blanked. Gives the place behind the tag; `at` itself if there is nothing to mend.
std::size_t repair_anchor(std::string& text, std::size_t at);

/// `[^1]` and, at the beginning of a line, `[^1]: `: the mark goes, the note's text stays. Gives
/// the place behind it; `at` itself if it is no footnote.
std::size_t drop_footnote_mark(std::string& text, std::size_t at);

}  // namespace dateline
