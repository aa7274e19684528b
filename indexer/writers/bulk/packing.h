// SPDX-License-Identifier: GPL-2.0-or-later
// The packings of numbers and strings in Xapian's glass format that our own values do not share
// (common/bytes.h). The put_ functions write to memory
// that has room and return the end of what they wrote; the append_ functions grow a string.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "common/bytes.h"

namespace dateline::bulk {

/// The most that put_number writes for a number of 32 bits.
inline constexpr std::size_t max_uint32_bytes = 5;

/// The inverse of put_number; `value` receives the number. The bytes must be from there.
inline const char* take_uint(const char* from, std::uint64_t& value) {
    auto byte = static_cast<unsigned char>(*from++);
    value = byte & 0x7fU;
    for (unsigned shift = 7; byte & 0x80; shift += 7) {
        byte = static_cast<unsigned char>(*from++);
        value |= std::uint64_t{byte & 0x7fU} << shift;
    }
    return from;
}

inline const char* take_uint(const char* from, std::uint32_t& value) {
    std::uint64_t wide = 0;
    from = take_uint(from, wide);
    value = static_cast<std::uint32_t>(wide);
    return from;
}

inline std::size_t uint_size(std::uint64_t value) {
    return (static_cast<std::size_t>(std::bit_width(value | 1)) + 6) / 7;
}

/// Order-preserving, 2 to 5 bytes: comparing encodings as bytes compares the numbers.
inline char* put_uint_sort(char* to, std::uint32_t value) {
    const int extra = value < 0x8000 ? 0 : value < 0x400000 ? 1 : value < 0x20000000 ? 2 : 3;
    constexpr unsigned marks[] = {0x00, 0x80, 0xc0, 0xe0};
    const auto top = extra == 3 ? 0U : value >> (8 * (extra + 1));
    *to++ = static_cast<char>(marks[extra] | top);
    for (int shift = 8 * extra; shift >= 0; shift -= 8) *to++ = static_cast<char>(value >> shift);
    return to;
}

/// For bytes that are nearly always few: copied by two overlapping moves, without a call.
inline char* put_few_bytes(char* to, std::string_view bytes) {
    const std::size_t size = bytes.size();
    const char* from = bytes.data();
    const auto move = [&]<std::size_t width>(std::integral_constant<std::size_t, width>) {
        char first[width];
        char last[width];
        std::memcpy(first, from, width);
        std::memcpy(last, from + size - width, width);
        std::memcpy(to, first, width);
        std::memcpy(to + size - width, last, width);
    };
    if (size > 32) {
        std::memcpy(to, from, size);
    } else if (size > 16) {
        move(std::integral_constant<std::size_t, 16>());
    } else if (size >= 8) {
        move(std::integral_constant<std::size_t, 8>());
    } else if (size >= 4) {
        move(std::integral_constant<std::size_t, 4>());
    } else if (size >= 2) {
        move(std::integral_constant<std::size_t, 2>());
    } else if (size == 1) {
        *to = *from;
    }
    return to + size;
}

inline char* put_bytes(char* to, std::string_view bytes) {
    if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
    return to + bytes.size();
}

/// For the end of a string: the bytes without leading zeros, the least significant first.
void append_uint_last(std::string& to, std::uint64_t value);
void append_uint_sort(std::string& to, std::uint32_t value);
/// Order-preserving: each zero byte is followed by ff. Ends a key, or is ended by a zero byte.
void append_string_sort(std::string& to, std::string_view bytes);

}  // namespace dateline::bulk
