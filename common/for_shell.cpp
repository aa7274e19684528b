// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/for_shell.h"

#include <algorithm>

#include "common/ascii.h"

namespace dateline {

std::string for_shell(std::string_view word) {
    const auto plain = [](char c) {
        return ascii::is_letter(c) || ascii::is_digit(c) ||
               std::string_view("/._-+,:@%=").find(c) != std::string_view::npos;
    };
    // Of a word that begins with = zsh makes the path of a command.
    if (!word.empty() && word.front() != '=' && std::ranges::all_of(word, plain))
        return std::string(word);
    std::string text = "\"";
    for (const char c : word) {
        if (std::string_view("\"$`\\").find(c) != std::string_view::npos) text += '\\';
        text += c;
    }
    return text + '"';
}

}  // namespace dateline
