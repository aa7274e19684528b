// SPDX-License-Identifier: GPL-2.0-or-later
// Letters and digits of markup, which are ASCII whatever the text's language and the process's
// locale.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace dateline {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

inline std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower(c);
    return out;
}

/// `other` is in lower case.
inline bool equals_ignoring_case(std::string_view text, std::string_view other) {
    return text.size() == other.size() && std::equal(text.begin(), text.end(), other.begin(),
                                                     [](char a, char b) { return lower(a) == b; });
}

/// True if the text begins with the word (in lower case) and no letter, digit or dash follows.
inline bool starts_with_word(std::string_view text, std::string_view word) {
    if (!equals_ignoring_case(text.substr(0, word.size()), word)) return false;
    if (text.size() == word.size()) return true;
    const char next = text[word.size()];
    return !is_letter(next) && !is_digit(next) && next != '-' && next != ':';
}

}  // namespace dateline
