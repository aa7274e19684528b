// SPDX-License-Identifier: GPL-2.0-or-later
// The characters that mean something in a query, in all the forms in which they are typed or
// pasted.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// Each gives the bytes of such a character at byte `at` (< text.size()), 0 if another one stands
// there.
std::size_t blank_length(std::string_view text, std::size_t at);  ///< all blanks of Unicode
std::size_t quote_length(std::string_view text, std::size_t at);  ///< double ones of all languages
std::size_t dash_length(std::string_view text, std::size_t at);   ///< -, hyphens, en and em dashes
std::size_t open_length(std::string_view text, std::size_t at);   ///< ( and its wide form
std::size_t close_length(std::string_view text, std::size_t at);  ///< )
std::size_t mark_length(std::string_view text,
                        std::size_t at);  ///< of a sentence: . , ? … ', single quotes

/// The first byte from `at` on that is no blank; text.size() if all are.
std::size_t skip_blanks(std::string_view text, std::size_t at);

/// True at a letter, a digit or a character of Chinese, Japanese or Korean.
bool begins_word(std::string_view text, std::size_t at);

/// How many such characters the text has.
std::size_t count_letters(std::string_view text);

/// True if a small letter stands in it.
bool has_small_letter(std::string_view text);

}  // namespace dateline
