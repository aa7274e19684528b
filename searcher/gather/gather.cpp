// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/gather/gather.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/counted.h"
#include "searcher/passages/place_passage.h"
#include "searcher/ranking/tie_order.h"

namespace dateline {

Gathered gather(const GatherSources& from, const Subject& subject,
                std::optional<Xapian::docid> article) {
    switch (subject.kind) {
        case SubjectKind::copies:
            return gather_copies(from, article.value());
        case SubjectKind::story:
            return gather_story(from, article.value());
        case SubjectKind::quotation:
            return article ? gather_quotations_of(from, *article)
                           : gather_quotation(from, subject.article.which);
    }
    return {};
}

void sort_by_time(const Archives& archives, std::vector<Xapian::docid>& articles) {
    const OldestFirst oldest(true);
    std::vector<std::pair<std::string, Xapian::docid>> keyed;
    for (const Xapian::docid docid : articles)
        keyed.emplace_back(oldest(archives.all().get_document(docid, Xapian::DOC_ASSUME_VALID)),
                           docid);
    std::ranges::sort(keyed);
    std::ranges::transform(keyed, articles.begin(), [](const auto& pair) { return pair.second; });
}

void put_in_order(const Gathered& gathered, std::vector<ListedArticle>& list) {
    std::map<Xapian::docid, std::size_t> places;
    for (const Xapian::docid docid : gathered.articles) places.emplace(docid, places.size());
    std::ranges::stable_sort(
        list, {}, [&](const ListedArticle& article) { return places.at(article.ranked.docid); });
}

void tell(const Gathered& gathered, Xapian::docid docid, Hit& hit) {
    if (const auto copy = gathered.copies.find(docid); copy != gathered.copies.end())
        hit.copy = copy->second;
    if (const auto story = gathered.story.find(docid); story != gathered.story.end())
        hit.story = story->second;
    if (const auto found = gathered.passages.find(docid); found != gathered.passages.end()) {
        hit.passages = found->second;
        hit.more_passages = 0;
    }
}

std::vector<std::string> reasons_of(const Gathered& gathered, Xapian::docid docid) {
    std::vector<std::string> reasons;
    if (const auto copy = gathered.copies.find(docid);
        copy != gathered.copies.end() && !copy->second.first) {
        const Overlap& runs = copy->second.runs;
        reasons.push_back(
            fmt::format("{} runs of five words in common, {:.0f} % of the shorter; of {} and {}",
                        runs.shared, runs.containment() * 100, runs.first, runs.second));
    }
    if (const auto story = gathered.story.find(docid);
        story != gathered.story.end() && story->second.least > 0) {
        const StoryNote& note = story->second;
        const std::string apart =
            note.days ? fmt::format(" and {} apart",
                                    counted(static_cast<std::uint64_t>(*note.days), "day", "days"))
                      : ", undated";
        reasons.push_back(fmt::format("score {:.2f} by cosine {:.2f}{}; the same story from {:.2f}",
                                      note.score, note.cosine, apart, note.least));
    }
    return reasons;
}

ShownPassage shown_place(const Article& article, Span place, std::vector<Span> lit) {
    const Passage passage = passage_around(article, place, std::move(lit));
    const Span span = passage.span;
    ShownPassage shown;
    shown.text.text = article.body.substr(span.begin, span.end - span.begin);
    for (const Span each : passage.lit)
        if (each.begin >= span.begin && each.end <= span.end)
            shown.text.lit.push_back({each.begin - span.begin, each.end - span.begin});
    shown.line = passage.line;
    shown.span = span;
    shown.cut_before = passage.cut_before;
    shown.cut_after = passage.cut_after;
    return shown;
}

}  // namespace dateline
