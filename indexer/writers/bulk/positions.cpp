// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/positions.h"

#include <bit>
#include <stdexcept>

#include "indexer/writers/bulk/bit_writer.h"
#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {
namespace {

/// `value` is one of 0 .. `outcomes` - 1. Values in the middle of the range take a bit less when
/// the number of outcomes is no power of two.
inline void put_outcome(BitWriter& bits, std::uint64_t value, std::uint64_t outcomes) {
    const auto width = static_cast<unsigned>(std::bit_width(outcomes - 1));
    const std::uint64_t unused = (std::uint64_t{1} << width) - outcomes;
    const std::uint64_t half = (outcomes - unused) / 2;
    if (unused == 0 || value < half) {
        bits.put(value, width);
    } else if (value < half + unused) {
        bits.put(value, width - 1);
    } else {
        bits.put((value - half - unused) | std::uint64_t{1} << (width - 1), width);
    }
}

/// Codes what lies strictly between the first and the last of `x`, both known already. As deep as
/// the logarithm of the count.
void interpolate(BitWriter& bits, std::span<const std::uint32_t> x) {
    if (x.size() < 3) return;
    const std::size_t last = x.size() - 1;
    const std::size_t middle = last / 2;
    const std::uint64_t lowest = x[0] + middle;
    put_outcome(bits, x[middle] - lowest, std::uint64_t{x[last]} - x[0] - last + 1);
    interpolate(bits, x.first(middle + 1));
    interpolate(bits, x.subspan(middle));
}

void check_increasing(std::span<const std::uint32_t> x) {
    bool increasing = !x.empty();
    for (std::size_t i = 1; i < x.size(); ++i) increasing &= x[i - 1] < x[i];
    if (!increasing) throw std::logic_error("positions of a term do not increase");
}

}  // namespace

char* put_positions(char* to, std::span<const std::uint32_t> positions) {
    check_increasing(positions);
    const std::uint32_t first = positions.front();
    const std::uint32_t last = positions.back();
    to = put_number(to, last);
    if (positions.size() == 1) return to;
    BitWriter bits(to);
    put_outcome(bits, first, last);
    put_outcome(bits, positions.size() - 2, last - first);
    interpolate(bits, positions);
    return bits.finish();
}

void PositionListWriter::begin_term(std::string_view term) {
    key_.clear();
    append_string_sort(key_, term);
    key_.push_back('\0');
    term_bytes_ = key_.size();
    key_.resize(term_bytes_ + max_uint32_bytes);
}

void PositionListWriter::add(std::uint32_t docid, std::string_view tag) {
    const char* const end = put_uint_sort(key_.data() + term_bytes_, docid);
    table_.add({key_.data(), static_cast<std::size_t>(end - key_.data())}, tag);
}

}  // namespace dateline::bulk
