// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/gather/story_news.h"

#include <utility>

#include "searcher/gather/gather.h"
#include "searcher/pile/elsewhere.h"
#include "searcher/pile/novelty.h"
#include "searcher/pile/quotations.h"

namespace dateline {

StoryNews::StoryNews(const Archives& archives, StemIdfs& idfs, std::string_view language,
                     std::set<Xapian::docid> story)
    : archives_(archives), idfs_(idfs), earlier_(language), story_(std::move(story)) {}

void StoryNews::add(const Article& earlier) {
    earlier_.add(earlier.body);
    any_earlier_ = true;
}

News StoryNews::of(const Article& article, std::size_t sentences) {
    News news;
    if (!any_earlier_) return news;
    NoveltyText text{article.body, {}, {}, {}};
    for (const Quotation& quotation : quotations(article.body))
        text.quotations.push_back(quotation.inside);
    text.idf = [&](std::string_view stem) { return idfs_.idf_of(stem); };
    text.elsewhere = [&](std::string_view sentence) {
        return stands_elsewhere(archives_, sentence, story_);
    };
    NoveltyRules rules;
    rules.shown = sentences;
    const Novelty found = novelty_of(text, earlier_, rules);
    news.share = found.share;
    for (const NovelSentence& sentence : found.sentences)
        news.passages.push_back(shown_place(article, sentence.span, {}));
    return news;
}

}  // namespace dateline
