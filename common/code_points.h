// SPDX-License-Identifier: GPL-2.0-or-later
// What text analysis knows of single characters: whether they are of a word, and how they are
// folded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

enum class CharClass : std::uint8_t {
    separator,  ///< blanks, punctuation, symbols, bytes that are not UTF-8
    letter,
    digit,
    mark,        ///< combining mark that stays with its word
    ignorable,   ///< soft hyphen, zero-width and bidi characters: as if they were not there
    apostrophe,  ///< ' and its curly forms
    hyphen,      ///< - and U+2010, U+2011; not the dashes
    cjk,         ///< a character of Chinese, Japanese or Korean
};

struct Character {
    CharClass kind = CharClass::separator;
    std::uint8_t length = 1;    ///< bytes in the text
    std::string_view folded;    ///< compatibility form, case and accents folded; lives for ever
    std::string_view accented;  ///< the same with accents kept
};

/// The character at byte `offset` (< text.size()). A byte that begins no UTF-8 character is a
/// separator.
Character character_at(std::string_view text, std::size_t offset);

/// Valid UTF-8 with each letter and its accents in one piece where Unicode has that.
std::string composed(std::string_view text);

}  // namespace dateline
