// SPDX-License-Identifier: GPL-2.0-or-later
#include <set>
#include <string_view>

#include "searcher/gather/gather.h"
#include "searcher/pile/article_vector.h"
#include "searcher/pile/coverage.h"
#include "searcher/pile/earlier_texts.h"
#include "searcher/pile/elsewhere.h"
#include "searcher/pile/novelty.h"
#include "searcher/pile/quotations.h"
#include "searcher/pile/story.h"

namespace dateline {
namespace {

StoryNote note_of(const StoryMember& member) {
    return {member.score, member.cosine, member.days, member.least, {}};
}

/// Tells of each article, in order of time, what no earlier one has.
void tell_news(const GatherSources& from, StemIdfs& idfs, std::string_view language,
               Gathered& gathered) {
    const std::set<Xapian::docid> story(gathered.articles.begin(), gathered.articles.end());
    NoveltyRules rules;
    rules.shown = 1;
    EarlierTexts earlier(language);
    for (const Xapian::docid docid : gathered.articles) {
        const Article article = whole_article(from.archives.at(docid));
        NoveltyText text{article.body, {}, {}, {}};
        for (const Quotation& quotation : quotations(article.body))
            text.quotations.push_back(quotation.inside);
        text.idf = [&](std::string_view stem) { return idfs.idf_of(stem); };
        text.elsewhere = [&](std::string_view sentence) {
            return stands_elsewhere(from.archives, sentence, story);
        };
        if (docid != gathered.articles.front()) {
            const Novelty found = novelty_of(text, earlier, rules);
            gathered.story[docid].fresh = found.share;
            std::vector<ShownPassage>& passages = gathered.passages[docid];
            for (const NovelSentence& sentence : found.sentences)
                passages.push_back(shown_place(article, sentence.span, {}));
        }
        earlier.add(article.body);
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
    if (from.with_passages)
        tell_news(from, idfs, display_of(from.archives.at(article)).language, made);
    return made;
}

}  // namespace dateline
