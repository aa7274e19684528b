// SPDX-License-Identifier: GPL-2.0-or-later
// What is new in an article beside the earlier ones of its story: the sentences that say most that
// none of them says, and how much of the text does. Texts in, places in the text out.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "searcher/pile/earlier_texts.h"
#include "searcher/query/span.h"

namespace dateline {

struct NoveltyRules {
    std::size_t shown = 3;        ///< sentences
    std::size_t least_words = 6;  ///< of a sentence that is shown, and most
    std::size_t most_words = 60;
    std::size_t caption_words = 100;  ///< a paragraph of no more is a caption if it has a credit
    double least_idf = 2.2;           ///< of a stem that tells something: ten in a hundred have it
    double for_name = 3;              ///< a name that no earlier text has adds to the score,
    double for_number = 3;            ///< a number,
    double for_quotation = 3;         ///< and a quotation
    double old_sentence = 0.6;        ///< a sentence is old if so many of its runs of words are
    double new_sentence = 0.5;        ///< a sentence is new if so much of its idf is in new stems,
    /// and may be shown with so much, or with a new name, number or quotation.
    double shown_sentence = 1.0 / 3;
};

/// The article, and what is known of it.
struct NoveltyText {
    std::string_view body;
    std::vector<Span> quotations;  ///< in the body, increasing
    /// How telling a stem (without prefix) is, as StemIdfs::idf_of; 0 of what tells nothing.
    std::function<double(std::string_view stem)> idf;
    /// Whether a sentence stands in articles of other stories, too (elsewhere.h); may be empty. It
    /// is asked of the best alone.
    std::function<bool(std::string_view sentence)> elsewhere;
};

struct NovelSentence {
    Span span;  ///< in the body
    double score = 0;

    bool operator==(const NovelSentence&) const = default;
};

struct Novelty {
    std::vector<NovelSentence> sentences;  ///< the best, in the order of the text
    double share = 0;  ///< of the body's words in new sentences, 0..1; those of the best at least
};

/// Sentences of earlier texts and what is no news (no_news.h) are left out first. A body without
/// words has nothing new.
Novelty novelty_of(const NoveltyText& text, EarlierTexts& earlier, const NoveltyRules& rules = {});

}  // namespace dateline
