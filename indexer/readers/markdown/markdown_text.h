// SPDX-License-Identifier: GPL-2.0-or-later
// Markdown -> plain text: what a reader of the rendered page reads, and nothing of the markup.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/text_builder.h"

namespace dateline {

/// Adds the text of a Markdown document whose first line is that line of the file. Paragraphs,
/// headings, list items and tables become paragraphs, table rows lines; items of numbered lists
/// keep their numbers. Link targets, images with their descriptions, comments, scripts and
/// shortcodes are left out; code is kept. False if it is too large for the parser.
bool add_markdown(TextBuilder& builder, std::string_view markdown, std::uint32_t line);

}  // namespace dateline
