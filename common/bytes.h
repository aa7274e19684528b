// SPDX-License-Identifier: GPL-2.0-or-later
// How our own values are written as bytes in the index: numbers of variable length, texts with
// theirs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/error.h"

namespace dateline {

/// The most bytes of a number of 64 bits.
inline constexpr std::size_t most_number_bytes = 10;

/// Seven bits a byte, lowest first; the high bit says that more follow (LEB128, as Xapian packs its
/// numbers too). Writes to memory that has room and returns the end of what it wrote.
inline char* put_number(char* to, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) *to++ = static_cast<char>(number | 0x80);
    *to++ = static_cast<char>(number);
    return to;
}

inline void put_number(std::string& bytes, std::uint64_t number) {
    char written[most_number_bytes];
    bytes.append(written, put_number(written, number));
}

inline void put_text(std::string& bytes, std::string_view text) {
    put_number(bytes, text.size());
    bytes += text;
}

/// Reads what put_number and put_text wrote. Damaged bytes are an Error, never a crash.
class ByteSource {
public:
    explicit ByteSource(std::string_view bytes) : rest_(bytes) {}

    bool at_end() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }

    std::uint64_t number() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            if (shift == 63 && byte > 1) break;  // more than 64 bits
            number |= std::uint64_t{byte & 0x7fU} << shift;
            if (byte < 0x80) return number;
        }
        throw damaged();
    }

    /// A number that has to fit 32 bits.
    std::uint32_t number32() {
        const std::uint64_t value = number();
        if (value > 0xffffffff) throw damaged();
        return static_cast<std::uint32_t>(value);
    }

    std::string_view text() {
        const std::uint64_t length = number();
        if (length > rest_.size()) throw damaged();
        const std::string_view text = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return text;
    }

    void skip(std::size_t length) {
        if (length > rest_.size()) throw damaged();
        rest_.remove_prefix(length);
    }

    static IndexError damaged() {
        return IndexError(IndexFault::damaged,
                          "the index is damaged: a stored value cannot be read",
                          "build it anew with 'dateline-index --rebuild'");
    }

private:
    std::string_view rest_;
};

}  // namespace dateline
