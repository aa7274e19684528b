// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/length_column.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/bytes.h"
#include "common/file_stamp.h"

namespace dateline {
namespace {

constexpr std::array<std::uint32_t, 256> make_least_lengths() {
    std::array<std::uint32_t, 256> least{};
    for (std::size_t i = 1; i < least.size(); ++i)
        least[i] = least[i - 1] + std::max(least[i - 1] / 32, std::uint32_t{1});
    return least;
}

constexpr std::size_t check_bytes = 4;

constexpr std::array<std::uint32_t, 256> least_lengths = make_least_lengths();

}  // namespace

LengthClass length_class(std::uint32_t length) {
    const auto above = std::ranges::upper_bound(least_lengths, length);
    return static_cast<LengthClass>(above - least_lengths.begin() - 1);
}

std::uint32_t least_length(LengthClass number) {
    return least_lengths[number];
}

void LengthColumn::set(std::uint32_t docid, std::uint32_t length) {
    if (docid >= bytes_.size()) bytes_.resize(docid + std::size_t{1});
    bytes_[docid] = static_cast<char>(length_class(length));
}

std::string LengthColumn::encoded() const {
    return bytes_ + check_of(bytes_);
}

LengthColumn LengthColumn::decoded(std::string bytes) {
    LengthColumn column;
    if (bytes.empty()) return column;
    if (bytes.size() < check_bytes) throw ByteSource::damaged();
    const std::string check = bytes.substr(bytes.size() - check_bytes);
    bytes.resize(bytes.size() - check_bytes);
    if (check != check_of(bytes)) throw ByteSource::damaged();
    column.bytes_ = std::move(bytes);
    return column;
}

}  // namespace dateline
