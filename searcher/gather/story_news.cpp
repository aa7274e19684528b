// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/gather/story_news.h"

#include <algorithm>

#include "searcher/gather/gather.h"
#include "searcher/pile/elsewhere.h"
#include "searcher/pile/novelty.h"
#include "searcher/pile/quotations.h"

namespace dateline {

StoryNews::StoryNews(const Archives& archives, StemIdfs& idfs, std::string_view language,
                     const std::vector<Xapian::docid>& story)
    : archives_(archives), idfs_(idfs), earlier_(language), order_(story) {
    for (const Xapian::docid docid : story)
        story_.emplace(docid, published_time(display_of(archives.at(docid))));
    std::ranges::stable_sort(order_, {}, [&](Xapian::docid docid) { return story_.at(docid); });
}

void StoryNews::add_earlier_than(const PublishedTime& time) {
    for (const auto& [docid, other] : story_)
        if (is_earlier(other, time) && added_.insert(docid).second)
            earlier_.add(whole_article(archives_.at(docid)).body);
}

News StoryNews::of(Xapian::docid docid, std::size_t sentences) {
    News news;
    add_earlier_than(story_.at(docid));
    if (added_.empty() || !story_.at(docid).days.first) return news;
    const Article article = whole_article(archives_.at(docid));
    NoveltyText text{article.body, {}, {}, {}};
    for (const Quotation& quotation : quotations(article.body))
        text.quotations.push_back(quotation.inside);
    text.idf = [&](std::string_view stem) { return idfs_.idf_of(stem); };
    std::set<Xapian::docid> story;
    for (const auto& [member, time] : story_) story.insert(member);
    text.elsewhere = [&](std::string_view sentence) {
        return stands_elsewhere(archives_, sentence, story);
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
