// SPDX-License-Identifier: GPL-2.0-or-later
// Lines of a PDF -> paragraphs: lines are joined, also over columns and pages, and words that were
// hyphenated at their ends are mended.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/pdf/pdf_lines.h"

namespace dateline {

struct PdfParagraph {
    std::string text;
    std::uint32_t page = 1;  ///< on which it begins
    int top = 0;
    int size = 0;
    std::size_t first_line = 0;  ///< bytes of the text that its first line gave
};

/// Whether the text ends as a sentence does, brackets and quotation marks aside.
bool ends_sentence(std::string_view text);

/// The size of most letters.
int body_size(const std::vector<PdfLine>& lines);

std::vector<PdfParagraph> pdf_paragraphs(const std::vector<PdfLine>& lines);

}  // namespace dateline
