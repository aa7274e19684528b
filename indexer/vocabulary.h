// SPDX-License-Identifier: GPL-2.0-or-later
// Terms as numbers, so that each term's bytes are kept once and everything else works on integers.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline {

/// Numbers terms 0, 1, 2, … in order of first sight. An open hash table: it is asked for every word
/// of every article.
class Vocabulary {
public:
    Vocabulary();

    /// The term's number, a new one if it has none yet.
    std::uint32_t intern(std::string_view term) { return intern(term, prepare(term)); }

    /// The term's hash; has its slot fetched from memory meanwhile. Asked some words ahead, it
    /// saves intern() most of its waiting.
    std::uint64_t prepare(std::string_view term) const;
    std::uint32_t intern(std::string_view term, std::uint64_t hash);

    /// Lives as long as the vocabulary.
    std::string_view term(std::uint32_t number) const { return terms_[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }

private:
    /// A slot of the table: the upper half of the term's hash, and its number + 1; 0 is free.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;
    };

    std::string_view keep(std::string_view term);
    void place(std::uint64_t hash, std::uint32_t number);
    void grow();

    std::vector<Slot> slots_;  ///< a power of two, at most half full
    std::vector<std::string_view> terms_;
    std::vector<std::unique_ptr<char[]>> blocks_;  ///< the terms' bytes
    std::size_t block_left_ = 0;
    char* block_next_ = nullptr;
};

}  // namespace dateline
