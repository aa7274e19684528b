// SPDX-License-Identifier: GPL-2.0-or-later
// The format of the block's head is that of RFC 1951, section 3.2.7.
#include "indexer/writers/bulk/term_list_deflater.h"

#include <algorithm>

#include "indexer/writers/bulk/bit_writer.h"

namespace dateline::bulk {
namespace {

constexpr std::size_t end_of_block = 256;
constexpr unsigned longest_code = 14;  // so that four codes fit BitWriter::put

// Bits of each byte's code, and of the end of the block: the best code for the term lists of 8,000
// English news articles, with equal lengths for what is rare, which keeps the head short.
// clang-format off
constexpr std::array<std::uint8_t, 257> code_lengths = {
    12,  5,  5,  5,  5,  5,  6,  6,  6,  6,  6,  6,  7,  7,  7,  7,
     8,  7,  8,  8,  8,  8,  8,  8,  9,  9,  9,  9, 10, 10, 10, 10,
    10, 10, 11, 11, 11, 11, 11,  9, 12, 12, 11, 11, 11,  9, 10,  9,
     8,  9,  9, 10, 10, 10, 10, 10, 10, 10, 12, 12, 12, 12, 12, 12,
    12, 12, 12, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11,
    11, 11, 11, 11, 11, 11, 11, 11, 12, 14, 12, 14, 14, 14, 14, 14,
    14,  5,  7,  6,  5,  4,  7,  6,  6,  4, 10,  7,  5,  6,  4,  5,
     6, 10,  4,  5,  4,  6,  7,  7,  9,  6, 10, 14, 14, 14, 14, 14,
    14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
    14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
    14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
    14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
    14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
    14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
    14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
    14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14,
    12};
// The head gives those lengths in a code of its own, in which 16 repeats the length before.
constexpr std::array<std::uint8_t, 19> head_code_lengths = {
    6, 0, 0, 0, 5, 4, 4, 4, 6, 4, 4, 5, 4, 0, 5, 0, 1, 0, 0};
constexpr std::array<std::uint8_t, 19> head_code_order = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
// clang-format on
constexpr std::size_t repeat = 16;

/// Both are complete codes: a reader refuses others.
template <std::size_t size>
constexpr bool complete(const std::array<std::uint8_t, size>& lengths) {
    unsigned sum = 0;
    for (const std::uint8_t length : lengths) sum += length > 0 ? 1U << (15 - length) : 0;
    return sum == 1U << 15;
}
static_assert(complete(code_lengths) && complete(head_code_lengths));
static_assert(*std::max_element(code_lengths.begin(), code_lengths.end()) == longest_code);

std::uint16_t reversed(unsigned bits, unsigned count) {
    unsigned turned = 0;
    for (unsigned i = 0; i < count; ++i) turned |= (bits >> i & 1) << (count - 1 - i);
    return static_cast<std::uint16_t>(turned);
}

/// The codes that follow from the lengths: of equal length in order, shorter before longer.
template <typename Code, std::size_t size>
std::array<Code, size> canonical_codes(const std::array<std::uint8_t, size>& lengths) {
    std::array<Code, size> codes{};
    unsigned next = 0;
    for (unsigned length = 1; length <= 15; ++length, next *= 2) {
        for (std::size_t symbol = 0; symbol < size; ++symbol) {
            if (lengths[symbol] != length) continue;
            codes[symbol] = {reversed(next++, length), static_cast<std::uint16_t>(length)};
        }
    }
    return codes;
}

}  // namespace

TermListDeflater::TermListDeflater() : codes_(canonical_codes<Code>(code_lengths)) {
    make_block_head();
}

void TermListDeflater::make_block_head() {
    const auto codes = canonical_codes<Code>(head_code_lengths);
    block_head_ = {{2, 2}, {0, 5}, {0, 5}, {head_code_order.size() - 4, 4}};
    for (const std::uint8_t symbol : head_code_order) {
        block_head_.push_back({head_code_lengths[symbol], 3});
    }
    const auto end = code_lengths.end();
    for (auto at = code_lengths.begin(); at != end;) {
        const auto next = std::find_if(at, end, [&](std::uint8_t length) { return length != *at; });
        block_head_.push_back(codes[*at]);
        auto left = next - at - 1;
        for (; left >= 3; left -= std::min<std::ptrdiff_t>(left, 6)) {
            block_head_.push_back(codes[repeat]);
            const auto times = std::min<std::ptrdiff_t>(left, 6);
            block_head_.push_back({static_cast<std::uint16_t>(times - 3), 2});
        }
        block_head_.insert(block_head_.end(), static_cast<std::size_t>(left), codes[*at]);
        at = next;
    }
    block_head_.push_back(codes[0]);  // one distance, of no bits: there are none
}

char* TermListDeflater::put_block(char* to, std::string_view tag, bool last) const {
    BitWriter bits(to);
    bits.put(last ? 1 : 0, 1);
    for (const Code& code : block_head_) bits.put(code.bits, code.count);
    std::size_t i = 0;
    const auto code = [&](std::size_t at) { return codes_[static_cast<unsigned char>(tag[at])]; };
    for (; i + 4 <= tag.size(); i += 4) {
        std::uint64_t four = 0;
        unsigned count = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            const Code one = code(i + j);
            four |= std::uint64_t{one.bits} << count;
            count += one.count;
        }
        bits.put(four, count);
    }
    for (; i < tag.size(); ++i) bits.put(code(i).bits, code(i).count);
    bits.put(codes_[end_of_block].bits, codes_[end_of_block].count);
    if (last) return bits.finish();
    bits.put(0, 3);  // an empty stored block, then an empty last one
    to = bits.finish();
    constexpr std::string_view tail("\0\0\xff\xff\3\0", 6);
    return std::copy(tail.begin(), tail.end(), to);
}

std::string_view TermListDeflater::deflate(std::string_view tag) {
    if (tag.size() <= compress_min) return {};
    const std::size_t most = (tag.size() * longest_code + 7) / 8 + 128;
    if (output_.size() < most) output_.resize(most);
    const char* end = put_block(output_.data(), tag, tag.size() <= reader_piece_bytes);
    const auto size = static_cast<std::size_t>(end - output_.data());
    if (size * 5 > tag.size() * 4) return general_.deflate(tag);
    return {output_.data(), size};
}

}  // namespace dateline::bulk
