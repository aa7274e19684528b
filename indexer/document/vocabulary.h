// SPDX-License-Identifier: GPL-2.0-or-later
// Terms as numbers, so that each term's bytes are kept once and everything else works on integers.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline {

/// A term as a table compares it: whole if it has few bytes, else its hash.
struct TermKey {
    std::uint64_t head = 0;  ///< the first eight bytes
    std::uint32_t tail = 0;  ///< up to three more; above them the length

    bool operator==(const TermKey&) const = default;
    /// All of its bits depend on all of the key.
    std::uint64_t hash() const {
        const std::uint64_t mixed = (head ^ tail * 0x9e3779b97f4a7c15) * 0xd6e8feb86659fd93;
        return mixed ^ mixed >> 32;
    }
};

/// Numbers terms 0, 1, 2, … in order of first sight. An open hash table: it is asked for every word
/// of every article, so short terms lie in the table itself and take one look into the memory.
class Vocabulary {
public:
    Vocabulary();

    /// The term's number, a new one if it has none yet.
    std::uint32_t intern(std::string_view term) { return intern(term, prepare(term)); }

    /// The term's key; has its slot fetched from memory meanwhile. Asked some words ahead, it
    /// saves intern() most of its waiting.
    TermKey prepare(std::string_view term) const;
    std::uint32_t intern(std::string_view term, const TermKey& key);

    /// Lives as long as the vocabulary.
    std::string_view term(std::uint32_t number) const { return terms_[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }

private:
    struct Slot {
        TermKey key;
        std::uint32_t number = 0;  ///< + 1; 0 is free
    };

    std::size_t home(const TermKey& key) const;
    std::string_view keep(std::string_view term);
    void place(const Slot& slot);
    void grow();

    std::vector<Slot> slots_;  ///< a power of two, at most half full
    unsigned shift_ = 0;       ///< leaves as many bits of 64 as number the slots
    std::vector<std::string_view> terms_;
    std::vector<std::unique_ptr<char[]>> blocks_;  ///< the terms' bytes
    std::size_t block_left_ = 0;
    char* block_next_ = nullptr;
};

}  // namespace dateline
