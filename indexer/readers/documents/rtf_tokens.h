// SPDX-License-Identifier: GPL-2.0-or-later
// RTF as a sequence of tokens: groups, control words with their numbers, bytes of text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

struct RtfToken {
    enum class Kind : std::uint8_t {
        open,     ///< {
        close,    ///< }
        word,     ///< \par, \u8217; also symbols: \~, \*
        byte,     ///< \'e9: one byte of text in the code page of the place
        text,     ///< bytes as they stand, without line ends
        finished  ///< the end
    };

    Kind kind = Kind::finished;
    std::string_view text;      ///< the word's name, or the text
    std::optional<int> number;  ///< of the word; the byte
};

/// Takes the next token off the bytes.
RtfToken take_rtf_token(std::string_view& rest);

}  // namespace dateline
