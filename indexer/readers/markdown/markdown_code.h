// SPDX-License-Identifier: GPL-2.0-or-later
// The text of Markdown's code blocks and code spans, as the parser hands it out piece by piece.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/text_builder.h"

namespace dateline {

class CodeText {
public:
    explicit CodeText(TextBuilder& builder) : builder_(builder) {}

    void begin_block() { line_ended_ = false; }

    /// A piece of a code block; its line ends are kept, a blank line ends a paragraph.
    void add(std::string_view piece, std::uint32_t line);

    /// A code span. Converters of web pages write links within them, where they are none:
    /// of `[text](https://…)` the text is added.
    void add_span(std::string_view piece, std::uint32_t line);

private:
    void add_row(std::string_view piece, std::uint32_t line);

    TextBuilder& builder_;
    bool line_ended_ = false;
};

}  // namespace dateline
