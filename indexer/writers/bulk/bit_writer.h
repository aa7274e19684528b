// SPDX-License-Identifier: GPL-2.0-or-later
// Bits into bytes, from the least significant bit up: positions and compressed tags both are such
// streams.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace dateline::bulk {

/// Stores eight bytes, the least significant first.
inline void store_little(char* to, std::uint64_t value) {
    if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
    std::memcpy(to, &value, sizeof value);
}

inline std::uint64_t load_little(const char* from) {
    std::uint64_t value = 0;
    std::memcpy(&value, from, sizeof value);
    if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
    return value;
}

class BitWriter {
public:
    /// Eight bytes more than what is written must have room.
    explicit BitWriter(char* to) : to_(to) {}

    /// `count` is at most 56, and all other bits of `bits` are zero.
    void put(std::uint64_t bits, unsigned count) {
        held_ |= bits << used_;
        used_ += count;
        store_little(to_, held_);
        to_ += used_ / 8;
        held_ >>= used_ / 8 * 8;
        used_ %= 8;
    }

    /// Fills the last byte with zero bits and returns the end. More bits then begin a new byte.
    char* finish() {
        to_ += used_ > 0 ? 1 : 0;
        held_ = 0;
        used_ = 0;
        return to_;
    }

private:
    char* to_;
    std::uint64_t held_ = 0;
    unsigned used_ = 0;  // bits held, fewer than 8; they also stand at to_ already
};

}  // namespace dateline::bulk
