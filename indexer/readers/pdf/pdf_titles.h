// SPDX-License-Identifier: GPL-2.0-or-later
// Titles of a PDF compared: what the document calls itself, what stands on its pages in large
// letters, and what its address spells. The same headline differs in blanks, marks and site names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// How many words a text has; scripts without blanks count two characters a word.
std::size_t word_count(std::string_view text);

/// Most words of the one are in the other.
bool share_words(std::string_view a, std::string_view b);

/// `part` is in `text`, blanks and marks aside.
bool contains_letters(std::string_view text, std::string_view part);

/// "Storm hits coast | News | The Paper" -> "Storm hits coast".
std::string without_site(std::string title);

/// "paper.org/storm-hits-coast" is no title.
bool is_address(std::string_view text);

/// "https://paper.org/storm-hits-coast-17" -> " storm hits coast 17".
std::string words_of_address(std::string_view url);

}  // namespace dateline
