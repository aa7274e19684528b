// SPDX-License-Identifier: GPL-2.0-or-later
// UTF-8, one character at a time: where characters begin and end, their code points, and what text
// analysis knows of them: whether they are of a word, and how they are folded.
#pragma once

#include <array>
#include <cstddef>
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

struct CodePoint {
    std::int32_t value = -1;  ///< negative: a byte that begins no UTF-8 character
    std::size_t bytes = 1;
};

/// The code point at byte `at` (< text.size()).
CodePoint code_point_at(std::string_view text, std::size_t at);

/// Sets `points` to those of valid UTF-8.
void decode(std::string_view text, std::u32string& points);

/// A code point as UTF-8.
std::string encode(std::int32_t point);

/// True for the second and further bytes of a character.
constexpr bool is_inner_byte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Where the character that byte `at` is of begins; the text's end is a beginning, too.
constexpr std::size_t character_begin(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && is_inner_byte(text[at])) --at;
    return at;
}

/// Where the character that begins at `at` (< text.size()) ends.
constexpr std::size_t character_end(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && is_inner_byte(text[at])) ++at;
    return at;
}

/// The bytes of that of the spellings, none of them empty, that stands at `at`; else 0.
template <std::size_t count>
std::size_t length_of_any(std::string_view text, std::size_t at,
                          const std::array<std::string_view, count>& spellings) {
    for (const std::string_view each : spellings)
        if (text[at] == each[0] && text.substr(at, each.size()) == each) return each.size();
    return 0;
}

/// Valid UTF-8 with each letter and its accents in one piece where Unicode has that.
std::string composed(std::string_view text);

}  // namespace dateline
