// SPDX-License-Identifier: GPL-2.0-or-later
// What HTML's elements and entities are for plain text: which ones end a line or a paragraph, which
// ones hold no text for readers, and which character an entity stands for.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/text_builder.h"

namespace dateline {

enum class HtmlElement : std::uint8_t { in_line, line_break, cell, row, block, heading, dropped };

/// `name` is in lower case; unknown elements are part of the line.
HtmlElement html_element_kind(std::string_view name);

/// True if `name`, in lower case, may be an element's; other words in angle brackets are text, as
/// in "<Hughes Capital Corp>" and "Vec<T>".
bool is_html_element(std::string_view name);

/// What the beginning and the end of an element mean for the text.
void begin_element(TextBuilder& text, HtmlElement element);
void end_element(TextBuilder& text, HtmlElement element);

}  // namespace dateline
