// SPDX-License-Identifier: GPL-2.0-or-later
// The passages that prove a hit: whole sentences of the article with exactly what matched marked.
// Works on the Matcher, not on Xapian: a span is lit because it fulfils a part of the query, so
// never the lone word of a phrase and never an excluded word.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/passages/passage_options.h"
#include "searcher/query/matcher.h"

namespace dateline {

struct Passage {
    Span span;                ///< bytes of the article's body
    std::uint32_t line = 1;   ///< of the file, where the first lit word stands (else the passage)
    std::vector<Span> lit;    ///< bytes of the body, inside `span`, increasing, not touching
    bool cut_before = false;  ///< begins inside a sentence
    bool cut_after = false;   ///< ends inside one

    bool operator==(const Passage&) const = default;
};

/// Where the article fulfils the question. A title or field without lit words has an empty list.
struct Evidence {
    std::vector<Span> title;
    std::vector<Span> summary;
    std::vector<Span> outlet;
    std::vector<Span> authors;        ///< bytes of the authors joined by ", "
    std::vector<Span> body;           ///< all of them
    std::vector<Passage> passages;    ///< in the text's order; the best `most`; the opening if none
    std::uint32_t more_passages = 0;  ///< sentences with lit words beyond those shown

    bool operator==(const Evidence&) const = default;
};

Evidence find_evidence(const Question& question, const Article& article,
                       const PassageOptions& options);

}  // namespace dateline
