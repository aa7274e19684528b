// SPDX-License-Identifier: GPL-2.0-or-later
// Inputs that hurt: a piece again and again, as the readers meet it in the worst of files.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// `before`, many `piece`s, `between`, as many `closing`s, `after`. A `#` in the pieces is their
/// number.
struct Shape {
    std::string_view kind;  ///< what reads it: a file's ending, "query", "pdf rows", or
                            ///< "stream" and its packing
    std::string_view name;  ///< once in a kind
    std::string_view before = "";
    std::string_view piece = "";
    std::string_view between = "";
    std::string_view closing = "";
    std::string_view after = "";
};

/// By what reads them, a table a file.
std::span<const Shape> markdown_shapes();
std::span<const Shape> front_matter_shapes();
std::span<const Shape> markup_shapes();
std::span<const Shape> line_shapes();
std::span<const Shape> document_shapes();

/// All of them, in this order.
std::vector<Shape> shapes();

/// The shape, about so large.
std::string text_of(const Shape& shape, std::size_t bytes);

}  // namespace dateline
