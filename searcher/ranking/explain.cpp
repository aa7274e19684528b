// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/explain.h"

#include <algorithm>
#include <cmath>

#include "common/fields.h"
#include "searcher/match/bm25.h"

namespace dateline {
namespace {

constexpr double nothing = 1e-7;  // what rounding leaves is not shown

void add(std::vector<ScorePart>& parts, const std::string& what, double points) {
    if (std::abs(points) > nothing) parts.push_back({what, points});
}

/// How often the title has each word.
std::vector<double> count_in_title(const Xapian::Database& database, Xapian::docid docid,
                                   const Compiler& compiler) {
    std::vector<QueryWord> words;
    for (const ScoredStem& stem : compiler.stems()) words.push_back({stem.stem, 1, 1, {}});
    std::vector<double> counts(words.size());
    const std::vector<WordHits> hits =
        read_word_hits(database, compiler.languages(), words, {docid});
    for (const WordHit& hit : hits.front()) counts[hit.word] += hit.position < summary_position;
    return counts;
}

/// Within-document frequencies of the stems, 0 for those that the article does not have.
std::vector<double> frequencies(const Xapian::Database& database, Xapian::docid docid,
                                const std::vector<ScoredStem>& stems) {
    std::vector<double> found;
    for (const ScoredStem& stem : stems) {
        const std::string name = make_term(stem_prefix, stem.stem);
        auto term = database.termlist_begin(docid);
        term.skip_to(name);
        const bool there = term != database.termlist_end(docid) && *term == name;
        found.push_back(there ? term.get_wdf() : 0);
    }
    return found;
}

}  // namespace

std::vector<ScorePart> explain_score(const Xapian::Database& database, const Ranked& hit,
                                     const Compiler& compiler) {
    const std::vector<ScoredStem>& stems = compiler.stems();
    const std::vector<double> wdf = frequencies(database, hit.docid, stems);
    const std::vector<double> in_title = count_in_title(database, hit.docid, compiler);
    const double length = database.get_doclength(hit.docid);
    const double average = database.get_average_length();
    std::vector<ScorePart> parts;
    double headline = 0;
    double left = hit.bm25;
    for (std::size_t i = 0; i < stems.size(); ++i) {
        if (wdf[i] == 0) continue;
        const double points =
            stems[i].weight * stems[i].idf * bm25::saturation(wdf[i], length, average);
        const double title_share = std::min(1.0, in_title[i] * title_weight / wdf[i]);
        add(parts, "body: " + stems[i].typed, points * (1 - title_share));
        headline += points * title_share;
        left -= points;
    }
    add(parts, "headline", headline);
    add(parts, "like the best hits", left);
    add(parts, "close together", hit.weighed.together);
    add(parts, "side by side", hit.weighed.pairs);
    add(parts, "as typed", hit.weighed.exact);
    add(parts, "best passage", hit.weighed.passage);
    add(parts, "lead", hit.weighed.lead);
    add(parts, "articles like it", hit.likeness);
    add(parts, "recent", hit.recency);
    return parts;
}

}  // namespace dateline
