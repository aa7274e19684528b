// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown/markdown_code.h"

#include <algorithm>

#include "common/text_parts.h"
#include "indexer/readers/next_place.h"

namespace dateline {

void CodeText::add(std::string_view piece, std::uint32_t line) {
    while (!piece.empty()) {
        const std::size_t end = std::min(piece.find('\n'), piece.size());
        add_row(piece.substr(0, end), line);
        if (end < piece.size()) {
            if (line_ended_) builder_.end_paragraph();
            builder_.end_line();
        }
        line_ended_ = end < piece.size();
        piece.remove_prefix(std::min(end + 1, piece.size()));
    }
}

void CodeText::add_span(std::string_view piece, std::uint32_t line) {
    NextPlace web("](http");
    NextPlace mail("](mailto:");
    std::size_t at = 0;
    for (;;) {
        const std::size_t open = piece.find('[', at);
        if (open == piece.npos) break;
        const std::size_t middle = std::min(web.in(piece, open), mail.in(piece, open));
        const std::size_t close = piece.find(')', middle);
        if (close == piece.npos) break;
        add(piece.substr(at, open - at), line);
        add(piece.substr(open + 1, middle - open - 1), line);
        at = close + 1;
    }
    add(piece.substr(at), line);
}

// Without the bytes that stand for what was taken out before the parsing.
void CodeText::add_row(std::string_view piece, std::uint32_t line) {
    while (!piece.empty()) {
        const std::string_view part = take_part(piece, '\0');
        if (!part.empty()) builder_.add(part, line);
    }
}

}  // namespace dateline
