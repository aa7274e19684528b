// SPDX-License-Identifier: GPL-2.0-or-later
// Questions of nothing but words by their stems, which most are: as the terms and weights by which
// their posting lists can be walked through without Xapian's matcher.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/match/compile.h"

namespace dateline {

struct WeightedTerm {
    std::string term;
    double weight = 0;  ///< in points of BM25, without its saturation; above 0

    bool operator==(const WeightedTerm&) const = default;
};

struct PlainWords {
    std::vector<WeightedTerm> terms;  ///< one at least, each once
    bool all = false;                 ///< an article has all of them; else one at least

    bool operator==(const PlainWords&) const = default;
};

/// What compiler.any() asks for, or all() if not `some_words`; nothing if there is more to it.
std::optional<PlainWords> plain_words(const Question& question, const Compiler& compiler,
                                      bool some_words);

}  // namespace dateline
