// SPDX-License-Identifier: GPL-2.0-or-later
// Is a text valid UTF-8? Asked once for every byte of an archive, so ASCII goes by in blocks.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// The bytes of the UTF-8 character that begins at `at`; 0 if none does.
std::size_t utf8_length_at(std::string_view text, std::size_t at);

bool is_utf8(std::string_view text);

/// Valid UTF-8 and no control characters other than tab and "\n": nothing to decode.
bool is_plain_utf8(std::string_view text);

}  // namespace dateline
