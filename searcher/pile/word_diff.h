// SPDX-License-Identifier: GPL-2.0-or-later
// What two sequences of words have in common, in order: the ground of a comparison of two texts.
// Words are numbers here; equal numbers are equal words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// `length` words that both sequences have, from word `first` of one and `second` of the other on.
struct CommonRun {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t length = 0;

    bool operator==(const CommonRun&) const = default;
};

/// The steps that common_runs() takes at most for two sequences of together `words` words.
constexpr std::uint64_t most_diff_steps(std::uint64_t words) {
    return 128 * words;
}

/// The common runs, increasing in both sequences, as long as they can be: two that follow each
/// other are apart in one sequence at least. First the longest chain of shared runs of five words,
/// the same again between its links (of three and two where much is left), and where none is left,
/// the shortest edit script (Myers 1986).
/// Memory is linear. So is time: a stretch that would take more steps than its words allow counts
/// as replaced, since so little of it is common. Adds what it took to `steps`.
std::vector<CommonRun> common_runs(std::span<const std::uint32_t> first,
                                   std::span<const std::uint32_t> second,
                                   std::uint64_t* steps = nullptr);

}  // namespace dateline
