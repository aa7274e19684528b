// SPDX-License-Identifier: GPL-2.0-or-later
// A segment's terms in the order of their bytes, sorted once, so that
// everything else compares numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/document.h"

namespace dateline::bulk {

class TermOrder {
public:
    /// Of the terms with these numbers, each given once.
    TermOrder(const Vocabulary& vocabulary, const std::vector<std::uint32_t>& numbers);

    std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }
    /// The term's number in the vocabulary.
    std::uint32_t number(std::uint32_t rank) const { return numbers_[rank]; }
    std::string_view term(std::uint32_t rank) const {
        return {bytes_.data() + begins_[rank], begins_[rank + 1] - begins_[rank]};
    }

    /// The term's first 15 bytes, filled up with zeros, then its length, side by side for all
    /// ranks, so that most terms need no more than this. 32 bytes can be read.
    const char* head(std::uint32_t rank) const { return heads_.data() + rank * head_bytes; }
    void prefetch_head(std::uint32_t rank) const { __builtin_prefetch(head(rank)); }
    static constexpr std::size_t head_bytes = 16;
    static constexpr std::size_t head_term_bytes = head_bytes - 1;

private:
    std::vector<std::uint32_t> numbers_;
    std::vector<std::size_t> begins_;
    std::string bytes_;
    std::vector<char> heads_;
};

/// The first eight bytes as a number that compares as they do; a shorter text is filled with zeros.
std::uint64_t sort_prefix(std::string_view text);

}  // namespace dateline::bulk
