// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/rtf_head.h"

#include <algorithm>

#include "indexer/readers/documents/head_lines.h"

namespace dateline {

void mark_rtf_head(std::vector<DocumentParagraph>& paragraphs, const std::vector<RtfLooks>& looks) {
    using Kind = DocumentParagraph::Kind;
    constexpr std::size_t longest = 60;
    constexpr std::size_t most_lines = 4;
    if (paragraphs.size() < 2 || paragraphs[0].kind != Kind::body) return;
    const RtfLooks& first = looks.front();
    if (!(first.bold || first.centred) || first.size <= looks.back().size) return;
    paragraphs[0].kind = Kind::title;
    for (std::size_t at = 1; at < std::min(paragraphs.size(), most_lines); ++at) {
        const std::string& text = paragraphs[at].text;
        if (!first.centred || !looks[at].centred || text.size() > longest) break;
        paragraphs[at].kind = day_line_in(text) ? Kind::date : Kind::author;
    }
}

}  // namespace dateline
