// SPDX-License-Identifier: GPL-2.0-or-later
// Where a mark comes next in a text, for readers that ask again and again on their way through it.
// Asking the text itself each time is quadratic where the mark is far away or missing.
#pragma once

#include <string_view>

namespace dateline {

class NextPlace {
public:
    explicit constexpr NextPlace(std::string_view mark) : mark_(mark) {}

    /// The first place of the mark at or behind `from`, or npos. The text is the same in each call
    /// up to there, `from` never less than before; so each byte is looked at once.
    std::size_t in(std::string_view text, std::size_t from) {
        if (!asked_ || known_ < from) known_ = text.find(mark_, from);
        asked_ = true;
        return known_;
    }

private:
    std::string_view mark_;
    std::size_t known_ = 0;
    bool asked_ = false;
};

}  // namespace dateline
