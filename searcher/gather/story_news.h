// SPDX-License-Identifier: GPL-2.0-or-later
// What each article of a story has that none before it had, told in order of time.
#pragma once

#include <xapian.h>

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/pile/article_vector.h"
#include "searcher/pile/earlier_texts.h"
#include "searcher/result.h"

namespace dateline {

struct News {
    std::vector<ShownPassage> passages;  ///< the sentences that say most, in the text's order
    std::optional<double> share;  ///< of its words in new sentences, 0..1; nothing if nothing
                                  ///< was before it
};

class StoryNews {
public:
    /// Of a story in a language; `story` are its articles, all of them. Both others must outlive
    /// it.
    StoryNews(const Archives& archives, StemIdfs& idfs, std::string_view language,
              std::set<Xapian::docid> story);

    /// An article that was before those that are asked for next.
    void add(const Article& earlier);

    /// What is new in an article, with its body; so many sentences at most.
    News of(const Article& article, std::size_t sentences);

private:
    const Archives& archives_;
    StemIdfs& idfs_;
    EarlierTexts earlier_;
    std::set<Xapian::docid> story_;
    bool any_earlier_ = false;
};

/// What is new in an article beside those of its story that were published on earlier days; three
/// sentences at most.
News news_in(const Archives& archives, Xapian::docid article);

}  // namespace dateline
