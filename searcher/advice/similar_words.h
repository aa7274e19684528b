// SPDX-License-Identifier: GPL-2.0-or-later
// Words and names of the index that are spelt nearly like those that no article has.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/matcher.h"
#include "searcher/query/word_source.h"
#include "searcher/result.h"

namespace dateline {

inline constexpr std::size_t most_similar = 3;

/// Words of the index's free text one or two edits away from `word` (one if it has four letters or
/// fewer): the nearest first, then the commonest; of equals first swapped neighbours, then those
/// with the same first letter. Reads the words with the same first letter, and of the others those
/// that differ in the first two letters alone.
std::vector<SimilarWord> similar_words(const WordSource& words, std::string_view word);

/// Values of a field, folded, of which each word of `value` begins a word or is spelt nearly like
/// one, or which are spelt nearly so as a whole; the commonest first.
std::vector<SimilarWord> similar_values(const WordSource& words, std::string_view field,
                                        std::string_view value);

}  // namespace dateline
