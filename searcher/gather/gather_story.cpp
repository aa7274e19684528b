// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

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

/// Adds the copies of the articles, which are more than the candidates of a story where hundreds of
/// outlets print one text. They are as near as the nearest of which they are copies, but the asker.
void add_copies(const Archives& archives, CopyFinder& copies, Gathered& story) {
    const auto days_of = [&](Xapian::docid docid) {
        return days_of_article(archives.all().get_document(docid));
    };
    std::vector<Xapian::docid> members = story.articles;
    const DateRange asker = days_of(members.front());
    std::ranges::rotate(members, members.begin() + 1);
    const auto families = copies.families_of(members);
    for (std::size_t i = 0; i < members.size(); ++i)
        for (const Xapian::docid copy : families[i]) {
            StoryNote note = story.story.at(members[i]);
            note.days = days_between(asker, days_of(copy));
            if (story.story.emplace(copy, note).second) story.articles.push_back(copy);
        }
}

/// The articles of the story, the asker first, with their copies, and those that are related.
Gathered articles_of(const Archives& archives, CopyFinder& copies, StemIdfs& idfs,
                     Xapian::docid article) {
    const Story story = story_of(archives, article, idfs);
    Gathered made;
    made.articles.push_back(article);
    made.story[article] = {1, 1, 0, 0, {}};
    for (const StoryMember& member : story.members) {
        made.articles.push_back(member.docid);
        made.story[member.docid] = note_of(member);
    }
    add_copies(archives, copies, made);
    for (const StoryMember& member : story.related)
        if (made.story.emplace(member.docid, note_of(member)).second)
            made.related.push_back(member.docid);
    return made;
}

StoryNews news_of_story(const Archives& archives, StemIdfs& idfs, Xapian::docid asker,
                        const Gathered& story) {
    return {archives, idfs, display_of(archives.at(asker)).language, story.articles};
}

/// Tells of each article what no earlier one has.
void tell_news(StoryNews teller, Gathered& gathered) {
    for (const Xapian::docid docid : teller.in_order()) {
        News news = teller.of(docid, 1);
        if (news.share) gathered.passages[docid] = std::move(news.passages);
        gathered.story[docid].fresh = news.share;
    }
}

}  // namespace

Gathered gather_story(const GatherSources& from, Xapian::docid article) {
    StemIdfs idfs = idfs_for(from.archives, article);
    Gathered made = articles_of(from.archives, from.copies, idfs, article);
    sort_by_time(from.archives, made.articles);
    made.coverage = coverage_of(from.archives, made.articles);
    if (from.with_passages) tell_news(news_of_story(from.archives, idfs, article, made), made);
    return made;
}

News news_in(const Archives& archives, Xapian::docid article) {
    constexpr std::size_t sentences = 3;
    StemIdfs idfs = idfs_for(archives, article);
    CopyFinder copies(archives);
    const Gathered story = articles_of(archives, copies, idfs, article);
    return news_of_story(archives, idfs, article, story).of(article, sentences);
}

}  // namespace dateline
