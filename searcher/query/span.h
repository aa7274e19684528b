// SPDX-License-Identifier: GPL-2.0-or-later
// A place in a text, of a query or of an article.
#pragma once

#include <cstdint>

namespace dateline {

struct Span {
    std::uint32_t begin = 0;  ///< bytes, [begin, end)
    std::uint32_t end = 0;

    bool operator==(const Span&) const = default;
};

}  // namespace dateline
