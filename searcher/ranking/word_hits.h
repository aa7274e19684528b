// SPDX-License-Identifier: GPL-2.0-or-later
// Where the query's words stand in the articles that stage 1 proposes: the positions of their exact
// forms, as the index keeps them.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/query/word_stems.h"

namespace dateline {

/// A form of a word as it was typed, folded, and its idf as an exact form.
struct TypedForm {
    std::string form;
    double idf = 0;
};

/// A typed word of the query.
struct QueryWord {
    std::vector<WordStem> stems;
    double weight = 1;  ///< for how often it was typed (bm25::query_weight)
    double idf = 0;
    std::vector<TypedForm> typed;
    bool asked = true;  ///< false: no article has it, or it is another spelling of asked ones
};

inline constexpr std::uint16_t other_form = 0xffff;

/// One occurrence of a word of the query.
struct WordHit {
    std::uint32_t position = 0;       ///< title, summary, body: see common/fields.h
    std::uint16_t word = 0;           ///< number of the QueryWord
    std::uint16_t form = other_form;  ///< number in its `typed`, if it stands there as typed

    bool operator==(const WordHit&) const = default;
};

/// In increasing order of position, one hit a position.
using WordHits = std::vector<WordHit>;

/// The hits in each of the articles, which are in some of the languages; `docids` increase. Of an
/// article's occurrences of one form only the first `most_positions` are read.
std::vector<WordHits> read_word_hits(const Xapian::Database& database,
                                     const std::vector<std::string>& languages,
                                     const std::vector<QueryWord>& words,
                                     const std::vector<Xapian::docid>& docids);
std::vector<WordHits> read_word_hits(const Archives& archives,
                                     const std::vector<std::string>& languages,
                                     const std::vector<QueryWord>& words,
                                     const std::vector<Xapian::docid>& docids);

/// A position that several words claim (a form of one in one language, of the other in another), or
/// several forms (a compound begins where its first part does), goes to the first of them.
void put_in_order(WordHits& hits);

inline constexpr std::uint32_t most_positions = 1000;

}  // namespace dateline
