// SPDX-License-Identifier: GPL-2.0-or-later
// Words of a PDF -> lines in reading order, without what stands on each page again: headers,
// footers, numbers of pages, and what a browser prints around a page.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/pdf/pdf_words.h"

namespace dateline {

struct PdfLine {
    std::uint32_t page = 1;
    std::uint32_t part = 0;  ///< of the document: a column, or what stands above or below columns
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    int size = 0;  ///< of most of its letters
    std::string text;
};

std::vector<PdfLine> pdf_lines(const PdfWords& words);

/// Takes the lines off that stand in the same place of many pages, or that a browser printed
/// around the page. The web address among them, or "".
std::string take_margins(std::vector<PdfLine>& lines, const PdfWords& words);

}  // namespace dateline
