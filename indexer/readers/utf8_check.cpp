// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/utf8_check.h"

#include <cstdint>
#include <cstring>

namespace dateline {

namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
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

bool check(std::string_view text, bool allow_control) {
    constexpr std::size_t word_bytes = 8;
    std::size_t at = 0;
    while (at < text.size()) {
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
