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

/// How much of a heading is a kicker before the headline and the blank behind it: what the stated
/// title sets off with a colon that the page does not have, "Night storm: Ferry torn from berth",
/// or a first line, so many bytes of it, that the address does not spell as it does the rest.
std::size_t kicker_bytes(std::string_view heading, std::size_t first_line,
                         const std::string& stated, std::string_view address_words);

/// "Storm hits coast | News | The Paper" -> "Storm hits coast".
std::string without_site(std::string title);

/// "paper.org/storm-hits-coast" is no title.
bool is_address(std::string_view text);

/// "https://paper.org/storm-hits-coast-17" -> " storm hits coast 17".
std::string words_of_address(std::string_view url);

}  // namespace dateline
