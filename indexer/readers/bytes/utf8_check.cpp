// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/utf8_check.h"

#include <cstdint>
#include <cstring>

#include "common/code_points.h"

namespace dateline {

namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && is_inner_byte(text[at]);
}

// Eight bytes at once: true if all of them are ASCII and none is a control character.
bool is_plain_word(const char* bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t high_bits = ones * 0x80U;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    // Subtracting a blank from each byte borrows its high bit where the byte is smaller.
    return ((word | (word - ones * ' ')) & high_bits) == 0;
}

constexpr std::size_t block_bytes = 64;

// A whole block, written so that the compiler looks at many bytes at once: true if all of them are
// ASCII and none is a control character but \n and \t.
bool is_plain_block(const char* bytes) {
    std::uint8_t others = 0;
    for (std::size_t i = 0; i < block_bytes; ++i) {
        const auto byte = static_cast<std::uint8_t>(bytes[i]);
        const auto high = static_cast<std::uint8_t>(byte & 0x80U);
        const std::uint8_t low = byte < ' ' ? 1 : 0;
        const std::uint8_t blank = byte == '\n' || byte == '\t' ? 1 : 0;
        others = static_cast<std::uint8_t>(others | high | (low ^ blank));
    }
    return others == 0;
}

bool check(std::string_view text, bool allow_control) {
    constexpr std::size_t word_bytes = 8;
    std::size_t at = 0;
    std::size_t tried = 0;  // blocks before this one are not plain
    while (at < text.size()) {
        if (at >= tried && at + block_bytes <= text.size()) {
            if (is_plain_block(text.data() + at)) {
                at += block_bytes;
                continue;
            }
            tried = at + block_bytes;
        }
        if (at + word_bytes <= text.size() && is_plain_word(text.data() + at)) {
            at += word_bytes;
            continue;
        }
        const std::size_t length = utf8_length_at(text, at);
        if (length == 0) return false;
        const unsigned char byte = byte_at(text, at);
        if (!allow_control && byte < ' ' && byte != '\n' && byte != '\t') return false;
        at += length;
    }
    return true;
}

}  // namespace

std::size_t utf8_length_at(std::string_view text, std::size_t at) {
    const unsigned char lead = byte_at(text, at);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4 || !is_continuation(text, at + 1)) return 0;
    if (lead < 0xE0) return 2;
    const unsigned char second = byte_at(text, at + 1);
    if (!is_continuation(text, at + 2)) return 0;
    if (lead < 0xF0) {
        const bool overlong = lead == 0xE0 && second < 0xA0;
        const bool surrogate = lead == 0xED && second >= 0xA0;
        return overlong || surrogate ? 0 : 3;
    }
    const bool overlong = lead == 0xF0 && second < 0x90;
    const bool too_high = lead == 0xF4 && second >= 0x90;
    return overlong || too_high || !is_continuation(text, at + 3) ? 0 : 4;
}

bool is_utf8(std::string_view text) {
    return check(text, true);
}

bool is_plain_utf8(std::string_view text) {
    return check(text, false);
}

}  // namespace dateline
