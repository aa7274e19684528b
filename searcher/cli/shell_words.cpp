// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/shell_words.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_./:=,+@%").find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_word(const std::string& text) {
    // Of a word that begins with = zsh makes the path of a command.
    if (!text.empty() && text[0] != '=' && std::ranges::all_of(text, is_plain)) return text;
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string shell_query(const std::string& query) {
    if (query.empty()) return "";
    const bool plain = (' ' + query).find(" =") == query.npos &&
                       std::ranges::all_of(query, [](char c) { return c == ' ' || is_plain(c); });
    const bool has_dashes = (' ' + query).find(" -") != query.npos;
    return (has_dashes ? " -- " : " ") + (plain ? query : shell_word(query));
}

std::string shell_line(const std::vector<std::string>& arguments) {
    std::string line;
    std::string query;
    bool words = false;
    for (const std::string& argument : arguments) {
        if (words) {
            query.append(query.empty() ? "" : " ").append(argument);
        } else if (argument == "--") {
            words = true;
        } else {
            const std::size_t equals = std::min(argument.find('='), argument.size());
            line.append(line.empty() ? "" : " ").append(argument, 0, equals);
            if (equals < argument.size())
                line.append(1, '=').append(shell_word(argument.substr(equals + 1)));
        }
    }
    query = shell_query(query);
    return line.empty() && !query.empty() ? query.substr(1) : line + query;
}

}  // namespace dateline
