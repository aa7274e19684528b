// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes of a text file -> UTF-8 with "\n" line ends, the one form that all readers take. Byte order
// marks, UTF-16, stated character sets and Windows-1252 are decoded here and nowhere else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// True if the bytes look like something else than text in an encoding that decode_text knows: a
/// magic number, or many control characters.
bool is_binary(std::string_view bytes);

/// Valid UTF-8 without byte order mark; CRLF and CR become LF; control characters other than tab
/// become blanks, zero bytes go. The result views `bytes` if nothing had to change, else `storage`.
/// What was guessed or lost is added to `problems`, never as fatal. `charset` is what the file
/// itself states (a MIME or HTML name, "" if it does not) and counts only where the bytes are not
/// UTF-8.
std::string_view decode_text(std::string_view bytes, std::string_view charset, std::string& storage,
                             std::vector<Problem>& problems);

/// UTF-16 without byte order mark as UTF-8; a last odd byte is left out.
std::string decode_utf16(std::string_view bytes, bool big_endian);

/// Appends the character, or U+FFFD if there is none of that number.
void append_utf8(std::string& out, char32_t character);

/// The name in <meta charset>, <?xml encoding?> or the like within the first bytes, UTF-8 only if
/// no other is stated; not those of scripts and style sheets. "" if none.
std::string_view stated_charset(std::string_view bytes);

}  // namespace dateline
