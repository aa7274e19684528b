// SPDX-License-Identifier: GPL-2.0-or-later
// Exports of Nexis as plain text: paragraphs between blank lines.
#include "indexer/readers/exports/nexis_text.h"

#include <utility>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/exports/nexis.h"
#include "indexer/readers/readers.h"

namespace dateline {

bool begins_nexis_text(std::string_view text) {
    // An essay may quote such a line: where it is not the first, the service's labels follow it.
    bool mark = false;
    for (bool first = true; !text.empty();) {
        const std::string_view line = ascii::trim(take_line(text));
        if (mark && is_nexis_label_line(line)) return true;
        mark = mark || is_nexis_mark(line);
        if (mark && first) return true;
        first = first && line.empty();
    }
    return false;
}

Reading read_nexis_text(std::string_view text) {
    std::vector<DocumentParagraph> paragraphs;
    bool open = false;
    for (std::uint32_t line = 1; !text.empty(); ++line) {
        const std::string_view row = ascii::trim(take_line(text));
        if (row.empty()) {
            open = false;
        } else if (open) {
            paragraphs.back().text.append(" ").append(row);
        } else {
            paragraphs.push_back({std::string(row), line, DocumentParagraph::Kind::body});
            open = true;
        }
    }
    return read_nexis(paragraphs);
}

}  // namespace dateline
