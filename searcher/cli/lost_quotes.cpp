// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/lost_quotes.h"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "common/ascii.h"
#include "searcher/query/characters.h"
#include "searcher/query/spellings.h"

namespace dateline {
namespace {

/// A word of letters, digits, apostrophes and hyphens; anything else has a meaning in queries, and
/// who writes it knows what the shell does. Nor are there quotes and dashes of print.
bool is_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (quote_length(text, at) != 0 || dash_length(text, at) > 1) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return ascii::is_wide(c) || ascii::is_digit(c) || ascii::is_letter(c) || c == ' ' ||
               c == '-' || c == '\'';
    });
}

/// True for a text of several words of which one is an operator.
bool has_operator(const std::string& text) {
    std::istringstream words(text);
    for (std::string word; words >> word;)
        if (word == "AND" || word == "OR" || word == "NOT" || word.front() == '-' ||
            find_proximity(word))
            return true;
    return false;
}

}  // namespace

std::optional<std::string> note_of_lost_quotes(const std::vector<std::string>& words) {
    constexpr std::ptrdiff_t most_words = 6;  // more are a sentence, and surely no phrase
    for (const std::string& word : words) {
        const auto blanks = std::count(word.begin(), word.end(), ' ');
        if (blanks == 0 || blanks >= most_words || !is_plain(word)) continue;
        if (word.front() == ' ' || word.back() == ' ' || word.front() == '-') continue;
        if (has_operator(word)) continue;
        return "'" + word + "' was searched as separate words; for the phrase write '\"" + word +
               "\"'";
    }
    return std::nullopt;
}

}  // namespace dateline
