// SPDX-License-Identifier: GPL-2.0-or-later
// Where an article's texts fulfil a question: every word, phrase and pair, found on the tokenized
// texts with the meaning that the index gives the operators. passages.h chooses the sentences to
// show from it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "common/article.h"
#include "searcher/match/article_words.h"
#include "searcher/query/matcher.h"

namespace dateline {

enum class PlaceKind : std::uint8_t {
    single,   ///< a word or phrase, lit as a whole
    pair,     ///< two places that fulfil an operator together; only the partners are lit
    partner,  ///< one of them, which alone proves nothing
};

/// A place of the body that fulfils a unit of the question.
struct EvidencePlace {
    Span span;
    std::uint32_t unit = 0;
    PlaceKind kind = PlaceKind::single;

    bool operator==(const EvidencePlace&) const = default;
};

struct FoundEvidence {
    std::array<std::vector<Span>, zone_count> lit;  ///< by Zone; increasing, not touching
    std::vector<EvidencePlace> places;              ///< in the body, by begin
    std::vector<double> weights;  ///< of the units: 1 a word, more for phrases and pairs
    std::vector<std::uint32_t> sentence_offsets;  ///< of the body (common/sentences.h)
};

/// Sorts spans and joins those that overlap or touch.
void join_spans(std::vector<Span>& spans);

/// What is lit: for each part the places that fulfil it; of an `all` at the top each child for
/// itself, so that hits that lack words show those they have; inside other operators only what fulfils
/// the whole of them. Excluded matchers, ranges and `stated` light nothing. Words without a field
/// are looked for in title, summary and body, single ones in the names of outlet and authors too;
/// values light the name they equal. A title taken from the body counts for nothing, but its words
/// are lit.
FoundEvidence find_places(const Question& question, const Article& article);

}  // namespace dateline
