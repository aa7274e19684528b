// SPDX-License-Identifier: GPL-2.0-or-later
// Rows as dateline-pdf writes them, made by hand, and what is read of them.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/readers/pdf/pdf_article.h"
#include "indexer/readers/readers.h"

namespace dateline {

/// Lines of ten-point letters, five points wide each, as rows.
class PdfRows {
public:
    PdfRows& page() {
        rows_ += "page 5950 8420\n";
        return *this;
    }
    PdfRows& line(int left, int top, std::string_view text, int size = 100) {
        int at = left;
        while (!text.empty()) {
            const std::string_view word = text.substr(0, text.find(' '));
            text.remove_prefix(std::min(word.size() + 1, text.size()));
            const int right = at + static_cast<int>(word.size()) * size / 2;
            rows_ += fmt::format("word {} {} {} {} {} {} {}\n", at, top, right, top + size, size,
                                 text.empty() ? 0 : 1, word);
            at = right + size / 2;
        }
        return *this;
    }
    PdfRows& info(std::string_view key, std::string_view value) {
        rows_ += fmt::format("info {} {}\n", key, value);
        return *this;
    }
    std::string end() const { return rows_ + "end\n"; }

private:
    std::string rows_;
};

inline std::string text_of(const std::string& rows) {
    const Reading reading = read_pdf_rows(rows);
    return reading.articles.empty() ? "" : reading.articles[0].text;
}

}  // namespace dateline
