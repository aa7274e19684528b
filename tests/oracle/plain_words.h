// SPDX-License-Identifier: GPL-2.0-or-later
// What a typed word, phrase, pattern or fuzzy word stands for: rows of words, and the places where
// such a row stands in the archive's articles.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "tests/oracle/plain_archive.h"
#include "tests/oracle/typed_query.h"

namespace dateline::oracle {

/// Words first..last (their positions) of one text.
struct PlainPlace {
    std::uint32_t text = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t begin = 0;  ///< bytes
    std::uint32_t end = 0;

    auto operator<=>(const PlainPlace&) const = default;
};
using PlainPlaces = std::vector<PlainPlace>;
using PlacesByArticle = std::unordered_map<std::uint32_t, PlainPlaces>;

/// All places of a leaf of words. `field` is "" for free text, where a single word stands for all
/// that have its stem, in the language of their article or in the query's, `language`; in a field
/// it is its exact form. Stop words of that language begin no compound.
PlacesByArticle places_of_leaf(const PlainArchive& archive, const TypedQuery& leaf,
                               const std::string& field, const std::string& language);

/// The places of each single word of a compound, by its stem; letters and stop words say nothing.
PlacesByArticle places_of_parts(const PlainArchive& archive, const TypedQuery& compound,
                                const std::string& language);

/// The form of a text that is one word; else "".
std::string single_form(const std::string& text);

/// The forms of a text's words with hyphens between them.
std::string form_with_hyphens(const std::string& text);

/// True if letters with accents were typed.
bool has_accents(const std::string& text);

}  // namespace dateline::oracle
