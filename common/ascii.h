// SPDX-License-Identifier: GPL-2.0-or-later
// ASCII letters and blanks, without a locale: those of markup, keys and Latin names, whatever the
// text's language. Bytes of other scripts pass through untouched.
#pragma once

#include <string>
#include <string_view>

namespace dateline::ascii {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_letter(char c) {
    return is_upper(c) || is_lower(c);
}
constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
/// A byte of a character beyond ASCII.
constexpr bool is_wide(char c) {
    return (static_cast<unsigned char>(c) & 0x80U) != 0;
}
constexpr char lower(char c) {
    return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}
constexpr char upper(char c) {
    return is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c;
}

constexpr std::string_view trim(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i])) return false;
    }
    return true;
}

constexpr bool starts_ignoring_case(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && equal_ignoring_case(text.substr(0, start.size()), start);
}

constexpr bool ends_ignoring_case(std::string_view text, std::string_view end) {
    return text.size() >= end.size() &&
           equal_ignoring_case(text.substr(text.size() - end.size()), end);
}

/// True if the text begins with the word, in any case, and no letter, digit, dash or colon follows.
constexpr bool starts_with_word(std::string_view text, std::string_view word) {
    if (!starts_ignoring_case(text, word)) return false;
    if (text.size() == word.size()) return true;
    const char next = text[word.size()];
    return !is_letter(next) && !is_digit(next) && next != '-' && next != ':';
}

inline std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = lower(c);
    return result;
}

}  // namespace dateline::ascii
