// SPDX-License-Identifier: GPL-2.0-or-later
// The leaves of the query tree: a lexeme and the field it stands under -> a word, phrase or range.
#pragma once

#include <string_view>

#include "searcher/query/lexer.h"

namespace dateline {

/// Where a leaf stands.
struct LeafPlace {
    std::string_view query;  ///< the whole text, for errors
    Day today{};
    const Field* field = nullptr;  ///< nullptr: free text
    bool exact = false;            ///< behind =: this form, or this value as a whole
};

/// A word with its wildcards or its ~; under a range field the range. Throws Error for what cannot
/// be matched: lone wildcards, wrong dates and numbers, fields that cannot be searched.
Node word_leaf(const Lexeme& word, const LeafPlace& place);

/// A phrase; under a range field the range that it spells.
Node phrase_leaf(const Lexeme& phrase, const LeafPlace& place);

/// has:name.
Node stated_leaf(const Lexeme& name, const LeafPlace& place);

/// True if a wildcard stands in a word typed in free text; the last ? of a question is none.
bool has_wildcard(std::string_view word);

/// Without the punctuation that a sentence puts behind a word; `*` stays.
std::string_view without_punctuation(std::string_view word);

}  // namespace dateline
