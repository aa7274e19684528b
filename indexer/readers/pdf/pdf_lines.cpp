// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf/pdf_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/pdf/pdf_columns.h"

namespace dateline {

namespace {

bool on_same_line(const PdfLine& line, const PdfWord& word) {
    const int overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
    const int smaller = std::min(line.bottom - line.top, word.bottom - word.top);
    return overlap * 2 > smaller && word.left > line.right - line.size;
}

void add_word(PdfLine& line, const PdfWord& word, bool blank) {
    constexpr std::size_t longest = 20'000;
    if (line.text.size() > longest) return;
    if (blank) line.text += ' ';
    line.text += word.text;
    line.right = std::max(line.right, word.right);
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
    line.size = std::max(line.size, word.size);
}

/// "Page 3 of 12" and "Page 4 of 12" are the same.
std::string without_digits(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool digit = ascii::is_digit(c);
        if (!digit || !out.ends_with('#')) out += digit ? '#' : c;
    }
    return out;
}

/// In the outermost eighth of the page, above or below.
bool is_marginal(const PdfLine& line, const PdfPage& page) {
    return line.bottom * 8 < page.height || line.top * 8 > page.height * 7;
}

/// The address of the web in it, if it is whole.
std::string address_in(std::string_view text) {
    const std::size_t at = text.find("http");
    if (at == text.npos || (at > 0 && text[at - 1] != ' ')) return "";
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) return "";
    const std::string_view url = rest.substr(0, rest.find(' '));
    const bool cut = url.ends_with("...") || url.find("…") != url.npos;
    return cut ? "" : std::string(url);
}

/// "1/8", "3 of 12", "Page 2", "- 4 -": nothing but the page's number.
bool is_page_number(std::string_view text) {
    constexpr std::size_t longest = 16;
    if (text.size() > longest || std::ranges::none_of(text, ascii::is_digit)) return false;
    std::string words;
    for (const char c : text)
        if (ascii::is_letter(c)) words += ascii::lower(c);
    static const std::set<std::string, std::less<>> known{
        "", "of", "page", "pageof", "p", "seite", "von", "seitevon", "sur", "de"};
    return known.contains(words);
}

using Place = std::pair<std::string, int>;

Place place_of(const PdfLine& line) {
    constexpr int near = 40;
    return {without_digits(line.text), line.top / near};
}

}  // namespace

std::vector<PdfLine> pdf_lines(const PdfWords& words) {
    std::vector<PdfLine> lines;
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < words.pages.size(); ++at)
        for (const std::vector<PdfWord>& part : parts_of_page(words.pages[at].words)) {
            ++number;
            const PdfWord* before = nullptr;
            for (const PdfWord& word : part) {
                if (before == nullptr || !on_same_line(lines.back(), word)) {
                    lines.push_back({static_cast<std::uint32_t>(at + 1), number, word.left,
                                     word.top, word.right, word.bottom, word.size,
                                     std::string(word.text)});
                } else {
                    const int gap = word.left - before->right;
                    add_word(lines.back(), word, before->blank_behind || gap * 8 > word.size);
                }
                before = &word;
            }
        }
    return lines;
}

std::string take_margins(std::vector<PdfLine>& lines, const PdfWords& words) {
    std::map<Place, std::set<std::uint32_t>> pages_of;
    for (const PdfLine& line : lines)
        if (is_marginal(line, words.pages[line.page - 1]))
            pages_of[place_of(line)].insert(line.page);
    std::string url;
    const std::size_t enough = std::max<std::size_t>(2, words.pages.size() / 3);
    std::erase_if(lines, [&](const PdfLine& line) {
        const PdfPage& page = words.pages[line.page - 1];
        if (!is_marginal(line, page)) return false;
        const bool repeated = pages_of[place_of(line)].size() >= enough;
        const std::string address = address_in(line.text);
        // An address at the very edge with the page's number behind it is a browser's.
        const bool printed = !address.empty() &&
                             (line.bottom * 20 > page.height * 19 || line.top * 30 < page.height);
        if (!repeated && !printed && !is_page_number(line.text)) return false;
        if (url.empty()) url = address;
        return true;
    });
    return url;
}

}  // namespace dateline
