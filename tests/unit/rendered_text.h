// SPDX-License-Identifier: GPL-2.0-or-later
// A result as the screen has it.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "searcher/render/text.h"

namespace dateline {

inline std::string rendered(const SearchResult& result, const TextOptions& options = {}) {
    std::ostringstream out;
    render_text(result, options, out);
    return out.str();
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// Without `ESC[…m`, the only sequence that the renderer writes.
inline std::string without_colors(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b') {
            i = text.find('m', i);
        } else {
            plain += text[i];
        }
    }
    return plain;
}

}  // namespace dateline
