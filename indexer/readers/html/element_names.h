// SPDX-License-Identifier: GPL-2.0-or-later
// The words of an element's names: `article__share-bar` and `relatedArticles` have several.
#pragma once

#include <string>
#include <string_view>

#include "common/ascii.h"

namespace dateline {

/// Calls `action` with each word, in lower case: letters and digits of ASCII, up to a capital
/// behind a small letter.
template <typename Action>
void for_each_name_word(std::string_view names, const Action& action) {
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) action(std::string_view(word));
        word.clear();
    };
    for (std::size_t at = 0; at < names.size(); ++at) {
        const char c = names[at];
        const bool in_word = ascii::is_letter(c) || ascii::is_digit(c);
        const bool camel = at > 0 && ascii::is_lower(names[at - 1]) && ascii::is_upper(c);
        if (!in_word || camel) end_word();
        if (in_word) word += ascii::lower(c);
    }
    end_word();
}

}  // namespace dateline
