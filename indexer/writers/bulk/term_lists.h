// SPDX-License-Identifier: GPL-2.0-or-later
// The term list of a document, a tag of the termlist table: its terms with their wdf in the order
// of their bytes, each as the difference from the one before.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/writers/bulk/term_order.h"

namespace dateline::bulk {

/// A term of a document: rank (in a TermOrder) in the upper half, wdf in the lower, so that entries
/// sort as numbers.
using RankedWdf = std::uint64_t;

constexpr RankedWdf ranked_wdf(std::uint32_t rank, std::uint32_t wdf) {
    return std::uint64_t{rank} << 32 | wdf;
}

/// Sorts by rank; all ranks are below `rank_count`. Faster than comparing, and keeps its memory.
class RankSorter {
public:
    void sort(std::vector<RankedWdf>& entries, std::uint32_t rank_count);

private:
    std::vector<RankedWdf> other_;
};

class TermListEncoder {
public:
    explicit TermListEncoder(const TermOrder& order);

    /// `entries` by increasing rank; `length` is the sum of their wdf. No terms: an empty tag. The
    /// result lives until the next call.
    std::string_view encode(std::span<const RankedWdf> entries, std::uint32_t length);

private:
    char* more_room(char* to);
    char* put_first_term(char* to, RankedWdf entry) const;
    char* put_term(char* to, std::uint32_t previous, RankedWdf entry) const;
    std::size_t common_prefix(std::uint32_t a, std::uint32_t b) const;

    const TermOrder& order_;
    std::vector<char> tag_;
};

}  // namespace dateline::bulk
