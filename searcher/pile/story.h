// SPDX-License-Identifier: GPL-2.0-or-later
// The story of an article: which others tell of the same event, and which are related to it. The
// article asks with its most telling stems; what answers is compared with it by the cosine of their
// vectors (article_vector.h), the less the further apart their days are. docs/pile.md has the
// figures by which the rules were chosen.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/pile/article_vector.h"

namespace dateline {

struct StoryRules {
    std::size_t asked_stems = 25;  ///< the article's heaviest, any of which a candidate has
    std::size_t candidates = 150;  ///< the best by BM25
    /// Least score by their signatures, which are read far faster, of those that are compared by
    /// their vectors. Hardly anything related has less, and nothing of the same story.
    double least_likeness = 0.03;
    int most_days = 30;             ///< between the two, where both have a day
    double days_decay = 20;         ///< score = cosine * exp(-days / days_decay)
    double same_story = 0.22;       ///< least score of the same story, where both have a day,
    double same_undated = 0.245;    ///< where one has only a month or a year, or both have nothing,
    double same_half_dated = 0.35;  ///< and where one alone has nothing: it may be of any year
    double related = 0.15;          ///< least score of what is shown as related
    std::uint32_t long_words = 4000;  ///< an article of more is a digest, or a page that goes on:
    double same_long = 0.35;          ///< its least score
};

/// An article beside the one that asks.
struct StoryMember {
    Xapian::docid docid = 0;
    double cosine = 0;        ///< of their vectors
    std::optional<int> days;  ///< between them; nothing if one is undated
    double score = 0;
    double least = 0;  ///< score of the same story, with these days and this length
};

/// Best first, equals by day and id, whatever their numbers. The one that asks is in neither.
struct Story {
    std::vector<StoryMember> members;  ///< tell of the same event
    std::vector<StoryMember> related;
};

/// How telling stems are for an article of the archives: by its language.
StemIdfs idfs_for(const Archives& archives, Xapian::docid article);

/// Of an article of the archives; `asker` is its number among all. The idfs are those for it, or
/// for another of its language. Throws Xapian::DocNotFoundError for a number that is none.
Story story_of(const Archives& archives, Xapian::docid asker, StemIdfs& idfs,
               const StoryRules& rules = {});
Story story_of(const Archives& archives, Xapian::docid asker, const StoryRules& rules = {});

/// The score of two articles.
double story_score(double cosine, std::optional<int> days, const StoryRules& rules = {});

}  // namespace dateline
