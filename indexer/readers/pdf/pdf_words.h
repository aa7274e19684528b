// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a PDF with their places, as dateline-pdf writes them: one row a line, columns split
// by blanks, the text as the last one. The rows come from a process that hostile bytes may have
// taken over, so they are read as outside bytes are.
//
//     info Title Storm hits coast        of the document
//     pages 3                            how many it has
//     page 5950 8420                     width and height; the words of the page follow
//     word 337 351 558 483 120 1 Storm   left, top, right, bottom, size of letters, blank behind
//     error encrypted                    instead of all that
//     end                                nothing was left out
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// All in tenths of a point, from the page's upper left corner.
struct PdfWord {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    int size = 0;
    bool blank_behind = false;
    std::string_view text;
};

struct PdfPage {
    int width = 0;
    int height = 0;
    std::vector<PdfWord> words;
};

struct PdfWords {
    std::map<std::string, std::string, std::less<>> info;
    std::vector<PdfPage> pages;
    std::uint32_t page_count = 0;  ///< as stated
    std::string error;             ///< "encrypted", "damaged", "memory"; "" if there was none
    bool complete = false;
};

/// Rows that are not understood are passed over. `rows` must live as long as what is returned.
PdfWords parse_pdf_words(std::string_view rows);

}  // namespace dateline
