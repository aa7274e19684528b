// SPDX-License-Identifier: GPL-2.0-or-later
// The sentences (or paragraphs) of a body with what each of them proves: what passages are made of.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/article.h"
#include "searcher/passages/evidence.h"

namespace dateline {

/// A set of units of the question, by unit_bit().
using Units = std::uint64_t;
inline constexpr std::size_t most_units = 64;

/// The last bit stands for all units beyond.
constexpr std::size_t unit_bit(std::size_t unit) {
    return std::min(unit, most_units - 1);
}

inline constexpr std::size_t most_together = 3;  ///< sentences that are chosen together

struct Block {
    Span span;  ///< without blanks at the end
    bool begins_paragraph = false;
    bool repeats_title = false;  ///< says the title again and hardly anything else
    bool shown = false;
    std::uint32_t places = 0;                  ///< lit ones that begin here
    Units touched = 0;                         ///< units with anything here
    std::array<Units, most_together> whole{};  ///< units fulfilled from here to the n-th next block
};

/// The sentences of the article's body, or its paragraphs.
std::vector<Block> make_blocks(const Article& article, const FoundEvidence& found, bool paragraphs);

}  // namespace dateline
