// SPDX-License-Identifier: GPL-2.0-or-later
// Questions of nothing but words by their stems, which most are: as the terms and weights by which
// their posting lists can be walked through without Xapian's matcher.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/match/compile.h"

namespace dateline {

/// A stem of a word in the languages of the archives.
struct WeightedStem {
    std::string term;
    /// Only articles with one of these terms have it, where there are any: those of its languages.
    std::vector<std::string> languages;
    double weight = 0;  ///< in points of BM25, without its saturation; above 0

    bool operator==(const WeightedStem&) const = default;
};

/// An article has a word that has any of its stems; their points are added.
using PlainWord = std::vector<WeightedStem>;

struct PlainWords {
    std::vector<PlainWord> words;  ///< one at least
    bool all = false;              ///< an article has all of them; else one at least

    bool operator==(const PlainWords&) const = default;
};

/// What compiler.any() asks for, or all() if not `some_words`; nothing if there is more to it.
std::optional<PlainWords> plain_words(const Question& question, const Compiler& compiler,
                                      bool some_words);

}  // namespace dateline
