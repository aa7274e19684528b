// SPDX-License-Identifier: GPL-2.0-or-later
// Texts with lit spans, made fit for their medium: cleaned with the spans kept true, broken into
// lines, marked by colour or by asterisks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/result.h"

namespace dateline {

/// What is shown in place of a value that is not known.
inline constexpr const char* no_outlet = "outlet unknown";

/// The day of publication, with a mark if it is a guess; "undated" without one.
std::string date_shown(const Article& article);

/// The text as make_safe() (common/terminal.h) leaves it, runs of blanks as one, the spans moved
/// along. Spans out of order or outside the text are cut to what makes sense.
LitText safe_for_terminal(const LitText& text);

/// Valid UTF-8, U+FFFD for each invalid byte, and nothing else changed but the spans moved along.
LitText valid_utf8(const LitText& text);
std::string valid_utf8(std::string_view text);

/// Joins texts: `separator` goes between, unless `text` is still empty.
void append(LitText& text, std::string_view separator, const LitText& more);

/// The passage with … where it begins or ends inside a sentence.
LitText with_ellipses(const ShownPassage& passage);

/// Without blanks at both ends.
LitText trimmed(const LitText& text);

/// The paragraphs ("\n\n" between them) or lines of a text, those of blanks left out; a lit span
/// that crosses a break is lit in both.
std::vector<LitText> split_paragraphs(const LitText& text);
std::vector<LitText> split_lines(const LitText& text);

/// How a text is set: SGR codes ("1;31") if coloured; else `*` before and after each lit span.
struct Setting {
    bool color = false;
    std::string_view base = "";  ///< of the whole text; "" for the terminal's own
    std::string_view lit = "1;31";
};

/// The lines of a safe text, ready to be printed; each is at most `width` columns wide.
std::vector<std::string> set_lines(const LitText& text, std::size_t width, const Setting& setting);

}  // namespace dateline
