// SPDX-License-Identifier: GPL-2.0-or-later
// Texts of words that no other text has, for the tests of copies.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace dateline {

/// `count` words of text `number`, from its word `from` on: each with a space behind it, letters
/// only, and none of them twice or in another text.
inline std::string words(std::uint32_t number, std::size_t count, std::size_t from = 0) {
    constexpr std::array<const char*, 16> syllables{"ba", "ce", "di", "fo", "gu", "ha", "je", "ki",
                                                    "lo", "mu", "na", "pe", "ri", "so", "tu", "ve"};
    std::string text;
    for (std::size_t word = from; word < from + count; ++word) {
        // A bijection of 32 bits, so that words next to each other do not look alike.
        auto mixed = static_cast<std::uint32_t>((number * 4096 + word) * 0x9E3779B1U);
        for (int syllable = 0; syllable < 8; ++syllable, mixed >>= 4)
            text += syllables[mixed & 15U];
        text += ' ';
    }
    return text;
}

}  // namespace dateline
