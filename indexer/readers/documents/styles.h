// SPDX-License-Identifier: GPL-2.0-or-later
// What the styles of a word processor's paragraphs mean: which are titles and headings, whatever
// the styles that are made from them are called.
#pragma once

#include <map>
#include <string>

#include "indexer/readers/documents/text_document.h"

namespace dateline {

/// A style by its name: what it is called, and what it is made from.
struct ParagraphStyle {
    std::string name;  ///< as people see it, in lower case: "heading 1"
    std::string based_on;
    int level = -1;  ///< of the outline, from 0; -1 if it says none
};

using ParagraphStyles = std::map<std::string, ParagraphStyle, std::less<>>;

/// What a paragraph of that style is; `level` is the paragraph's own of the outline, from 0, or -1.
DocumentParagraph::Kind kind_of_style(const ParagraphStyles& styles, const std::string& style,
                                      int level);

}  // namespace dateline
