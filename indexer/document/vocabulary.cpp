// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/vocabulary.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace dateline {
namespace {

constexpr unsigned first_slot_bits = 14;
constexpr std::size_t block_bytes = 1 << 20;
constexpr std::size_t most_bytes_in_key = 11;
constexpr std::uint32_t long_term = 0xff000000;

template <typename Number>
Number load(const char* bytes) {
    Number number;
    std::memcpy(&number, bytes, sizeof number);
    return number;
}

/// Of bytes that overlap, so that it takes no loop; for one length all bytes decide.
TermKey key_of(std::string_view term) {
    const std::size_t size = term.size();
    const char* const begin = term.data();
    const char* const end = begin + size;
    if (size > most_bytes_in_key) return {XXH3_64bits(begin, size), long_term};
    const auto length = static_cast<std::uint32_t>(size) << 24;
    if (size >= 8) return {load<std::uint64_t>(begin), load<std::uint32_t>(end - 4) >> 8 | length};
    if (size >= 4)
        return {load<std::uint32_t>(begin) | std::uint64_t{load<std::uint32_t>(end - 4)} << 32,
                length};
    if (size >= 2)
        return {load<std::uint16_t>(begin) | std::uint64_t{load<std::uint16_t>(end - 2)} << 16,
                length};
    return {size == 0 ? 0U : static_cast<unsigned char>(*begin), length};
}

}  // namespace

Vocabulary::Vocabulary()
    : slots_(std::size_t{1} << first_slot_bits), shift_(64 - first_slot_bits) {}

/// The slot to look at first.
std::size_t Vocabulary::home(const TermKey& key) const {
    return key.hash() >> shift_;
}

TermKey Vocabulary::prepare(std::string_view term) const {
    const TermKey key = key_of(term);
    __builtin_prefetch(&slots_[home(key)]);
    return key;
}

std::uint32_t Vocabulary::intern(std::string_view term, const TermKey& key) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = home(key);; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.number == 0) break;
        if (slot.key == key && (key.tail != long_term || terms_[slot.number - 1] == term))
            return slot.number - 1;
    }
    if ((terms_.size() + 1) * 2 > slots_.size()) grow();
    terms_.push_back(keep(term));
    place({key, size()});
    return size() - 1;
}

/// Puts a term that is not in the table into its first free slot.
void Vocabulary::place(const Slot& slot) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = home(slot.key);
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
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
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    --shift_;
    for (const Slot& slot : old)
        if (slot.number != 0) place(slot);
}

}  // namespace dateline
