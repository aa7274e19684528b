// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/term_lists.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "indexer/writers/bulk/bit_writer.h"
#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {
namespace {

constexpr int digit_bits = 9;
constexpr std::size_t digits = std::size_t{1} << digit_bits;

// What a term can add to a list, and the eight bytes more that are written at once.
constexpr std::size_t max_entry_bytes = 2 + 255 + max_uint32_bytes + 16;

constexpr std::size_t prefetch_distance = 12;

std::uint32_t rank_of(RankedWdf entry) {
    return static_cast<std::uint32_t>(entry >> 32);
}

std::size_t length_of(const char* head) {
    return static_cast<unsigned char>(head[TermOrder::head_term_bytes]);
}

/// Equal bytes at the beginning of two heads, up to all 15 of the term.
std::size_t equal_bytes(const char* a, const char* b) {
    const std::uint64_t first = load_little(a) ^ load_little(b);
    if (first != 0) return static_cast<std::size_t>(std::countr_zero(first)) / 8;
    const std::uint64_t second = load_little(a + 8) ^ load_little(b + 8);
    const std::size_t equal = 8 + static_cast<std::size_t>(std::countr_zero(second)) / 8;
    return std::min(equal, TermOrder::head_term_bytes);
}

}  // namespace

void RankSorter::sort(std::vector<RankedWdf>& entries, std::uint32_t rank_count) {
    other_.resize(entries.size());
    const int bits = std::bit_width(rank_count);
    for (int shift = 32; shift < 32 + bits; shift += digit_bits) {
        std::array<std::uint32_t, digits> begins{};
        for (const RankedWdf entry : entries) ++begins[entry >> shift & (digits - 1)];
        std::uint32_t sum = 0;
        for (std::uint32_t& begin : begins) begin = std::exchange(sum, sum + begin);
        for (const RankedWdf entry : entries) {
            other_[begins[entry >> shift & (digits - 1)]++] = entry;
        }
        entries.swap(other_);
    }
}

TermListEncoder::TermListEncoder(const TermOrder& order)
    : order_(order), tag_(std::size_t{64} << 10) {}

std::size_t TermListEncoder::common_prefix(std::uint32_t a, std::uint32_t b) const {
    const char* const head_a = order_.head(a);
    const char* const head_b = order_.head(b);
    const std::size_t shorter = std::min(length_of(head_a), length_of(head_b));
    const std::size_t equal = equal_bytes(head_a, head_b);
    if (equal < TermOrder::head_term_bytes || shorter <= equal) return std::min(equal, shorter);
    const std::string_view whole = order_.term(a);
    const std::string_view other = order_.term(b);
    const auto end = std::mismatch(whole.begin(), whole.end(), other.begin(), other.end()).first;
    return static_cast<std::size_t>(end - whole.begin());
}

char* TermListEncoder::put_term(char* to, std::uint32_t previous, RankedWdf entry) const {
    const std::uint32_t rank = rank_of(entry);
    const auto wdf = static_cast<std::uint32_t>(entry);
    const std::size_t length = length_of(order_.head(rank));
    const std::size_t shared = common_prefix(previous, rank);
    const std::uint64_t packed =
        (std::uint64_t{wdf} + 1) * (length_of(order_.head(previous)) + 1) + shared;
    const bool pack = packed <= 255;
    *to++ = static_cast<char>(pack ? packed : shared);
    *to++ = static_cast<char>(length - shared);
    if (length <= TermOrder::head_term_bytes) {
        std::memcpy(to, order_.head(rank) + shared, 16);  // more than needed, at once
        to += length - shared;
    } else {
        to = put_bytes(to, order_.term(rank).substr(shared));
    }
    return pack ? to : put_number(to, wdf);
}

char* TermListEncoder::put_first_term(char* to, RankedWdf entry) const {
    const std::string_view term = order_.term(rank_of(entry));
    *to++ = static_cast<char>(term.size());
    return put_number(put_bytes(to, term), static_cast<std::uint32_t>(entry));
}

char* TermListEncoder::more_room(char* to) {
    const auto used = to - tag_.data();
    tag_.resize(2 * tag_.size());
    return tag_.data() + used;
}

std::string_view TermListEncoder::encode(std::span<const RankedWdf> entries, std::uint32_t length) {
    if (entries.empty()) return {};
    char* to = put_number(tag_.data(), length);
    to = put_number(to, entries.size());
    to = put_first_term(to, entries.front());
    for (std::size_t i = 1; i < entries.size(); ++i) {
        const std::size_t ahead = std::min(i + prefetch_distance, entries.size() - 1);
        order_.prefetch_head(rank_of(entries[ahead]));
        const auto used = static_cast<std::size_t>(to - tag_.data());
        if (tag_.size() - used < max_entry_bytes) to = more_room(to);
        to = put_term(to, rank_of(entries[i - 1]), entries[i]);
    }
    return {tag_.data(), static_cast<std::size_t>(to - tag_.data())};
}

}  // namespace dateline::bulk
