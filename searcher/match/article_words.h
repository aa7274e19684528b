// SPDX-License-Identifier: GPL-2.0-or-later
// Article -> where the words of a question stand in it. Each text of the article is tokenized once,
// at the positions that it has in the index (common/fields.h), so that what is lit is what the
// index matched.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "common/fields.h"
#include "searcher/match/occurrences.h"
#include "searcher/query/matcher.h"

namespace dateline {

/// From here on positions are made up, for words that have none in the index: operators on
/// positions do not see them. Names are such words.
inline constexpr std::uint32_t unplaced = 0xC0000000;
/// From here on those of names.
inline constexpr std::uint32_t names_position = 0xE0000000;
/// Of a word of free text that has no positions in the index: it belongs to no field.
inline constexpr std::uint32_t nowhere = names_position - 1;

/// The zone that a position belongs to; other names of an outlet, which are never lit, are hidden.
Zone zone_of(std::uint32_t position);

/// Whether a position is one of the field's words or, too, of its other names.
bool stands_in(const Field& field, std::uint32_t position);

/// Whether its words have positions.
bool has_places(const Field& field);

/// Where its positions begin; of a field that has_places().
std::uint32_t first_position(const Field& field);

/// Between the authors where they are joined to one text: "Ann Lee, Bob Ray".
inline constexpr std::string_view author_separator = ", ";

/// The distinct words of a question. The texts of its matchers must outlive it.
class WantedWords {
public:
    /// The word's number; the same for the same word. Only for terms that are no values.
    std::uint32_t add(const Matcher& term);
    std::uint32_t size() const { return size_; }
    bool has_stems() const { return !stems_.empty(); }

    /// The word's number, if it is wanted.
    std::optional<std::uint32_t> exact(std::string_view form) const;
    std::optional<std::uint32_t> stem(std::string_view stem) const;

    /// False if no exact word can be `form`: cheap, and mostly right.
    bool may_be_exact(std::string_view form) const;
    /// False if the English `form` has none of the wanted stems: cheap, and mostly right.
    bool may_have_english_stem(std::string_view form) const;

private:
    using Numbers = std::unordered_map<std::string_view, std::uint32_t>;

    Numbers exact_;
    Numbers stems_;
    std::array<std::uint64_t, 256> exact_lengths_{};  ///< by first byte, a bit for each length
    std::bitset<1 << 16> stem_begins_;                ///< by the first two letters
    std::uint32_t size_ = 0;
};

/// Where the wanted words stand, and the bounds that operators ask for.
struct ArticleWords {
    std::vector<Occurrences> of_word;             ///< by the word's number
    std::string language;                         ///< of the article; "" is English
    std::vector<std::uint32_t> sentences;         ///< positions of first words, increasing
    std::vector<std::uint32_t> paragraphs;        ///< the same
    std::uint32_t lead_end = UINT32_MAX;          ///< position of the body's third paragraph
    std::vector<std::uint32_t> sentence_offsets;  ///< bytes of the body
    std::string authors;                          ///< joined
};

ArticleWords find_words(const WantedWords& wanted, const Article& article);

}  // namespace dateline
