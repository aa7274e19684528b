// SPDX-License-Identifier: GPL-2.0-or-later
// What might help where nothing was found: words of the index that are spelt nearly so, and the
// questions that are left when one word or filter is left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/matcher.h"
#include "searcher/request.h"
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

/// A question with something left out.
struct RelaxedSearch {
    std::string left_out;  ///< as it is typed: "--outlet npr", "pentagon"
    SearchRequest request;
    Node query;
};

inline constexpr std::size_t most_relaxed = 12;

/// The request without each filter, and the query without each of its parts at the top; at most
/// most_relaxed, and none if there is only one thing to leave out. Then the query without the
/// quotes of its phrases.
std::vector<RelaxedSearch> relaxed_searches(const SearchRequest& request, const Node& query);

}  // namespace dateline
