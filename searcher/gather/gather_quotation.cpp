// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"
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

/// By time; those that have the words without quotation marks behind the others.
void list_articles(const Archives& archives, Gathered& gathered) {
    for (const auto& [docid, passages] : gathered.passages) gathered.articles.push_back(docid);
    sort_by_time(archives, gathered.articles);
    std::ranges::stable_partition(gathered.articles, [&](Xapian::docid docid) {
        return std::ranges::any_of(gathered.passages.at(docid), [](const ShownPassage& passage) {
            return passage.said && passage.said->in_marks;
        });
    });
}

/// Says of the first article that it is the first, if no other can have been as early.
void tell_first(QuoteFinder& finder, Gathered& gathered) {
    const auto days = [&](std::size_t i) { return finder.article(gathered.articles[i]).days; };
    if (gathered.articles.empty() || !days(0).last) return;
    const bool alone =
        gathered.articles.size() == 1 || !days(1).first || *days(0).last < *days(1).first;
    Said& said = *gathered.passages.at(gathered.articles.front()).front().said;
    said.first = alone && said.in_marks;
}

}  // namespace

Gathered gather_quotation(const GatherSources& from, std::string_view words) {
    constexpr std::size_t fewest_words = 3;
    const AskedQuotation asked = QuoteFinder::typed(words);
    if (count_words(asked.segments) < fewest_words)
        throw Error(fmt::format("'{}' is too short to be looked for as a quotation", words),
                    fmt::format("give {} words at least, or search for the phrase '\"{}\"'",
                                fewest_words, words));
    QuoteFinder finder(from.archives);
    Gathered made;
    add_places(finder, asked, made);
    list_articles(from.archives, made);
    tell_first(finder, made);
    return made;
}

Gathered gather_quotations_of(const GatherSources& from, Xapian::docid article) {
    QuoteFinder finder(from.archives);
    Gathered made;
    const std::vector<Utterance> own = finder.article(article).utterances;
    for (std::size_t i = 0; i < own.size(); ++i)
        if (own[i].words >= fewest_traced_words)
            add_places(finder, finder.of_article(article, i), made);
    list_articles(from.archives, made);
    return made;
}

}  // namespace dateline
