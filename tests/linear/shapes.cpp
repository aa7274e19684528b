// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/linear/shapes.h"

#include <algorithm>

namespace dateline {

namespace {

/// `count` times the piece, with its number where it has a `#`.
void add_pieces(std::string& out, std::string_view piece, std::size_t count) {
    const std::size_t mark = piece.find('#');
    for (std::size_t number = 0; number < count; ++number) {
        if (mark == piece.npos) {
            out += piece;
            continue;
        }
        const std::string digits = std::to_string(number);
        for (const char c : piece) {
            if (c == '#') {
                out += digits;
            } else {
                out += c;
            }
        }
    }
}

}  // namespace

std::vector<Shape> shapes() {
    std::vector<Shape> all;
    for (const auto& table : {markdown_shapes(), front_matter_shapes(), markup_shapes(),
                              line_shapes(), document_shapes()})
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

std::string text_of(const Shape& shape, std::size_t bytes) {
    const std::size_t digits = shape.piece.find('#') == shape.piece.npos ? 0 : 4;
    const std::size_t each =
        std::max<std::size_t>(1, shape.piece.size() + shape.closing.size() + digits);
    const std::size_t count = bytes / each;
    std::string out(shape.before);
    add_pieces(out, shape.piece, count);
    out += shape.between;
    add_pieces(out, shape.closing, count);
    out += shape.after;
    return out;
}

}  // namespace dateline
