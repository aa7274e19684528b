// SPDX-License-Identifier: GPL-2.0-or-later
// The runs of some words that two sequences share, and of these the longest chain in order: what
// makes the comparison of long texts cheap. A part of word_diff.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/pile/word_diff.h"

namespace dateline {

/// A longest chain of shared runs of `length` words (1 at least) that increases in both sequences,
/// as runs that do not overlap. Of what stands in both several times, the first is paired with the
/// first, and so on. Costs no more than sorting the words.
std::vector<CommonRun> chained_runs(std::span<const std::uint32_t> first,
                                    std::span<const std::uint32_t> second, std::uint32_t length);

}  // namespace dateline
