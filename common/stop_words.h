// SPDX-License-Identifier: GPL-2.0-or-later
// Words too common to ask for among others, by language: the, of, and; der, und; pourquoi. The
// lists are stop_word_lists.txt.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

enum class StopWord : std::uint8_t {
    none,
    shared,  ///< also a word or a name in English news: war, la, von
    own,     ///< the language's alone
};

/// What a folded form, of a compound its parts with hyphens, is in a language (ISO 639-1); none
/// where that has no list.
StopWord stop_word(std::string_view form, std::string_view language);

/// True if it is one, shared or not; English where the language has no list.
bool is_stop_word(std::string_view form, std::string_view language);

/// True if there is a list for the language.
bool has_stop_words(std::string_view language);

}  // namespace dateline
