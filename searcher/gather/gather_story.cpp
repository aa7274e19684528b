// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>
#include <set>

#include "searcher/gather/gather.h"
#include "searcher/gather/story_news.h"
#include "searcher/pile/article_vector.h"
#include "searcher/pile/coverage.h"
#include "searcher/pile/story.h"
#include "searcher/pile/story_days.h"

namespace dateline {
namespace {

StoryNote note_of(const StoryMember& member) {
    return {member.score, member.cosine, member.days, member.least, {}};
}

/// Tells of each article, in order of time, what no earlier one has.
void tell_news(const Archives& archives, StemIdfs& idfs, Gathered& gathered) {
    const std::set<Xapian::docid> story(gathered.articles.begin(), gathered.articles.end());
    std::optional<StoryNews> teller;
    for (const Xapian::docid docid : gathered.articles) {
        const Article article = whole_article(archives.at(docid));
        if (!teller) teller.emplace(archives, idfs, article.language, story);
        News news = teller->of(article, 1);
        if (news.share) gathered.passages[docid] = std::move(news.passages);
        gathered.story[docid].fresh = news.share;
        teller->add(article);
    }
}

}  // namespace

Gathered gather_story(const GatherSources& from, Xapian::docid article) {
    StemIdfs idfs = idfs_for(from.archives, article);
    const Story story = story_of(from.archives, article, idfs);
    Gathered made;
    made.articles.push_back(article);
    made.story[article] = {1, 1, 0, 0, {}};
    for (const StoryMember& member : story.members) {
        made.articles.push_back(member.docid);
        made.story[member.docid] = note_of(member);
    }
    sort_by_time(from.archives, made.articles);
    for (const StoryMember& member : story.related) {
        made.related.push_back(member.docid);
        made.story[member.docid] = note_of(member);
    }
    made.coverage = coverage_of(from.archives, made.articles);
    if (from.with_passages) tell_news(from.archives, idfs, made);
    return made;
}

News news_in(const Archives& archives, Xapian::docid article) {
    constexpr std::size_t sentences = 3;
    StemIdfs idfs = idfs_for(archives, article);
    const Article own = whole_article(archives.at(article));
    const DateRange own_days = days_of_article(archives.all().get_document(article));
    std::vector<Xapian::docid> story;
    for (const StoryMember& member : story_of(archives, article, idfs).members)
        story.push_back(member.docid);
    std::set<Xapian::docid> all(story.begin(), story.end());
    all.insert(article);
    StoryNews teller(archives, idfs, own.language, all);
    for (const Xapian::docid docid : story) {
        const DateRange days = days_of_article(archives.all().get_document(docid));
        if (days.last && own_days.first && *days.last < *own_days.first)
            teller.add(whole_article(archives.at(docid)));
    }
    return teller.of(own, sentences);
}

}  // namespace dateline
