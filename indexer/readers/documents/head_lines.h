// SPDX-License-Identifier: GPL-2.0-or-later
// The lines that stand around a headline: who wrote it, and its day. They are told by being nothing
// else: a sentence with a year or with "by" in it is none.
#pragma once

#include <optional>
#include <string_view>

namespace dateline {

/// A line that was found in a text, and what of the text is left.
struct HeadLine {
    std::string_view line;
    std::string_view rest;
};

/// True for "By Jane Doe" and its kin, alone on a line: names, and behind a comma what she is.
bool is_byline_line(std::string_view text);

/// True for a whole day and nothing but it, a label before it and a time behind it aside:
/// "Published on 4 March 2026, 10:20".
bool is_day_line(std::string_view text);

/// The byline that the text is or begins with: "By Ann Lee, a reporter who has covered it" has
/// "By Ann Lee", "By Ann Lee 4 March 2026" too. Nothing for running text.
std::optional<HeadLine> byline_in(std::string_view text);

/// The day or month, without its label, that the text is or that stands before a bar or point in
/// it: "Updated: 4 March 2026 | 5 min read" has "4 March 2026". Nothing for running text.
std::optional<HeadLine> day_line_in(std::string_view text);

}  // namespace dateline
