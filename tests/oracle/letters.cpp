// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/letters.h"

#include <algorithm>
#include <vector>

namespace dateline::oracle {

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code = bytes == 1 ? lead : lead & (0x7FU >> bytes);
        for (std::size_t i = 1; i < bytes && at + i < text.size(); ++i)
            code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
        letters += code;
        at += bytes;
    }
    return letters;
}

bool fits_pattern(std::u32string_view pattern, std::u32string_view form) {
    if (pattern.empty()) return form.empty();
    if (pattern[0] == U'*')
        return fits_pattern(pattern.substr(1), form) ||
               (!form.empty() && fits_pattern(pattern, form.substr(1)));
    if (form.empty() || (pattern[0] != U'?' && pattern[0] != form[0])) return false;
    return fits_pattern(pattern.substr(1), form.substr(1));
}

std::size_t edits_between(std::u32string_view a, std::u32string_view b) {
    const std::size_t many = 3;  // more than anyone may type
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= many) return many;
    std::vector<std::vector<std::size_t>> edits(a.size() + 1,
                                                std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                edits[i][j] = i + j;
                continue;
            }
            edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1,
                                    edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
    return edits[a.size()][b.size()];
}

}  // namespace dateline::oracle
