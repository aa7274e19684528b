// SPDX-License-Identifier: GPL-2.0-or-later
// What each article of a story has that none before it had, told in order of time.
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/pile/article_vector.h"
#include "searcher/pile/earlier_texts.h"
#include "searcher/pile/published_time.h"
#include "searcher/result.h"

namespace dateline {

struct News {
    std::vector<ShownPassage> passages;  ///< the sentences that say most, in the text's order
    std::optional<double> share;  ///< of its words in new sentences, 0..1; nothing if nothing
                                  ///< was before it
};

class StoryNews {
public:
    /// Of the articles of a story, all of them, in a language. The archives and the idfs must
    /// outlive it.
    StoryNews(const Archives& archives, StemIdfs& idfs, std::string_view language,
              const std::vector<Xapian::docid>& story);

    /// Its articles in order of time (published_time.h), in which they must be asked for.
    const std::vector<Xapian::docid>& in_order() const { return order_; }

    /// What is new in one of them beside all that were published before it; so many sentences at
    /// most.
    News of(Xapian::docid article, std::size_t sentences);

private:
    void add_earlier_than(const PublishedTime& time);

    const Archives& archives_;
    StemIdfs& idfs_;
    EarlierTexts earlier_;
    std::map<Xapian::docid, PublishedTime> story_;
    std::vector<Xapian::docid> order_;
    std::set<Xapian::docid> added_;
};

/// What is new in an article beside those of its story that were published before it; three
/// sentences at most.
News news_in(const Archives& archives, Xapian::docid article);

}  // namespace dateline
