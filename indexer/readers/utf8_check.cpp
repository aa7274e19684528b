// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/utf8_check.h"

#include <algorithm>

namespace dateline {

namespace {

constexpr std::size_t block_bytes = 64;

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

// What a block of bytes has; the loop has no branches, so that the compiler can use vectors.
struct BlockKinds {
    bool high = false;     // bytes of 0x80 and above
    bool control = false;  // below a blank, tab and "\n" aside
};

BlockKinds block_kinds(std::string_view block) {
    unsigned char high = 0;
    unsigned char control = 0;
    for (const char c : block) {
        const auto byte = static_cast<unsigned char>(c);
        high = static_cast<unsigned char>(high | byte);
        const bool is_control = (byte < 0x20) & (byte != '\n') & (byte != '\t');
        control = static_cast<unsigned char>(control | static_cast<unsigned char>(is_control));
    }
    return {high >= 0x80, control != 0};
}

bool check(std::string_view text, bool allow_control) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(at + block_bytes, text.size());
        const BlockKinds kinds = block_kinds(text.substr(at, end - at));
        if (kinds.control && !allow_control) return false;
        if (!kinds.high) {
            at = end;
            continue;
        }
        while (at < end) {
            const std::size_t length = utf8_length_at(text, at);
            if (length == 0) return false;
            at += length;
        }
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
