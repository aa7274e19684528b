// SPDX-License-Identifier: GPL-2.0-or-later
// The names and numbers of a text, as far as they can be told from how words are typed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/pile/text_words.h"

namespace dateline {

/// A name or number that stands in a text.
struct TextValue {
    std::uint32_t begin = 0;  ///< its words, [begin, end)
    std::uint32_t end = 0;
    std::string key;        ///< equal for equal values, however they are typed
    bool in_words = false;  ///< a number that is spelt out
};

/// Numbers in order, with the word of magnitude behind them (2.2 trillion), days (Nov. 7),
/// and small ones that are spelt out (English, German, French, Spanish). Digits of a name (F-16)
/// are none.
std::vector<TextValue> numbers_in(const TextWords& text);

/// Runs of words that begin with a capital though no sentence begins there, in order; the key is
/// the last word. Not titles (Mr.) and months, nor what stands in a sentence of capitals, a
/// headline. Where every noun has a capital, as in German, only runs of two or more.
std::vector<TextValue> names_in(const TextWords& text);

/// Of each word, whether it is typed with a capital.
std::vector<bool> capitals_of(const TextWords& text);

/// The value as typed, with a sign of currency or percent beside it; blanks as one.
std::string typed_value(const TextWords& text, const TextValue& value);

}  // namespace dateline
