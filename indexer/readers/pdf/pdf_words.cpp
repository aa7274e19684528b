// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf/pdf_words.h"

#include <algorithm>
#include <charconv>

#include "common/text_parts.h"
#include "indexer/readers/bytes/utf8_check.h"

namespace dateline {

namespace {

constexpr std::size_t most_pages = 3000;
constexpr std::size_t most_info = 16;

int take_number(std::string_view& row) {
    const std::string_view digits = take_part(row, ' ');
    constexpr int most = 100'000'000;
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return std::clamp(number, -most, most);
}

PdfWord take_word(std::string_view row) {
    PdfWord word;
    for (int* place : {&word.left, &word.top, &word.right, &word.bottom, &word.size})
        *place = take_number(row);
    word.blank_behind = take_number(row) != 0;
    word.size = std::max(word.size, 10);
    word.text = row;
    return word;
}

}  // namespace

PdfWords parse_pdf_words(std::string_view rows) {
    PdfWords words;
    while (!rows.empty()) {
        std::string_view row = take_line(rows);
        if (!is_utf8(row)) continue;
        const std::string_view kind = take_part(row, ' ');
        if (kind == "word") {
            PdfWord word = take_word(row);
            if (!words.pages.empty() && !word.text.empty())
                words.pages.back().words.push_back(word);
        } else if (kind == "page" && words.pages.size() < most_pages) {
            PdfPage page;
            page.width = take_number(row);
            page.height = take_number(row);
            words.pages.push_back(std::move(page));
        } else if (kind == "info" && words.info.size() < most_info) {
            const std::string_view key = take_part(row, ' ');
            words.info.emplace(key, row);
        } else if (kind == "pages") {
            words.page_count = static_cast<std::uint32_t>(std::max(take_number(row), 0));
        } else if (kind == "error") {
            words.error = row;
        } else if (kind == "end") {
            words.complete = true;
        }
    }
    return words;
}

}  // namespace dateline
