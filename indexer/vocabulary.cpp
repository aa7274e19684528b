// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/vocabulary.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t first_slots = 1 << 14;
constexpr std::size_t block_bytes = 1 << 16;

std::uint64_t hash_of(std::string_view term) {
    return XXH3_64bits(term.data(), term.size());
}
std::uint32_t upper_half(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

Vocabulary::Vocabulary() : slots_(first_slots) {}

std::uint64_t Vocabulary::prepare(std::string_view term) const {
    const std::uint64_t hash = hash_of(term);
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    return hash;
}

std::uint32_t Vocabulary::intern(std::string_view term, std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.number == 0) break;
        if (slot.hash == upper_half(hash) && terms_[slot.number - 1] == term)
            return slot.number - 1;
    }
    if ((terms_.size() + 1) * 2 > slots_.size()) grow();
    terms_.push_back(keep(term));
    place(hash, size());
    return size() - 1;
}

/// Puts a term that is not in the table into its first free slot.
void Vocabulary::place(std::uint64_t hash, std::uint32_t number) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = {upper_half(hash), number};
}

std::string_view Vocabulary::keep(std::string_view term) {
    if (term.size() > block_left_) {
        block_left_ = std::max(block_bytes, term.size());
        blocks_.push_back(std::make_unique<char[]>(block_left_));
        block_next_ = blocks_.back().get();
    }
    std::ranges::copy(term, block_next_);
    const std::string_view kept(block_next_, term.size());
    block_next_ += term.size();
    block_left_ -= term.size();
    return kept;
}

void Vocabulary::grow() {
    slots_.assign(slots_.size() * 2, {});
    for (std::uint32_t number = 1; number <= size(); ++number)
        place(hash_of(terms_[number - 1]), number);
}

}  // namespace dateline
