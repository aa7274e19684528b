// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/gather/gather.h"
#include "searcher/pile/quote_search.h"

namespace dateline {
namespace {

ShownPassage quoted_passage(const Article& article, const QuotedPlace& place) {
    ShownPassage passage = shown_place(article, place.marked, place.shared);
    passage.said = place.said;
    return passage;
}

void add_places(QuoteFinder& finder, const AskedQuotation& asked, Gathered& gathered) {
    for (const QuotedPlace& place : finder.places_of(asked)) {
        const Article& article = finder.article(place.docid).article;
        gathered.passages[place.docid].push_back(quoted_passage(article, place));
    }
}

void list_articles(const Archives& archives, Gathered& gathered) {
    for (const auto& [docid, passages] : gathered.passages) gathered.articles.push_back(docid);
    sort_by_time(archives, gathered.articles);
}

}  // namespace

Gathered gather_quotation(const GatherSources& from, std::string_view words) {
    QuoteFinder finder(from.archives);
    Gathered made;
    add_places(finder, QuoteFinder::typed(words), made);
    list_articles(from.archives, made);
    return made;
}

Gathered gather_quotations_of(const GatherSources& from, Xapian::docid article) {
    QuoteFinder finder(from.archives);
    Gathered made;
    const std::vector<Quotation> own = finder.article(article).quotations;
    for (std::size_t i = 0; i < own.size(); ++i) {
        const bool begins = i == 0 || own[i].utterance != own[i - 1].utterance;
        if (begins && own[i].words >= fewest_traced_words)
            add_places(finder, finder.of_article(article, i), made);
    }
    list_articles(from.archives, made);
    return made;
}

}  // namespace dateline
