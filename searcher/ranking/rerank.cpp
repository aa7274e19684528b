// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/rerank.h"

#include <algorithm>
#include <span>

namespace dateline {
namespace {

Features weigh(const Features& raw, const FeatureWeights& weights) {
    return {raw.together * weights.together, raw.pairs * weights.pairs, raw.exact * weights.exact,
            raw.passage * weights.passage, raw.lead * weights.lead};
}

double total(const Features& weighed) {
    return weighed.together + weighed.pairs + weighed.exact + weighed.passage + weighed.lead;
}

}  // namespace

std::vector<Ranked> stage_one(const Xapian::MSet& found) {
    std::vector<Ranked> hits;
    hits.reserve(found.size());
    for (auto hit = found.begin(); hit != found.end(); ++hit)
        hits.push_back({*hit, hit.get_weight(), hit.get_weight(), {}, 0});
    return hits;
}

void rerank(const Xapian::Database& database, const QueryShape& query, std::vector<Ranked>& hits,
            const FeatureWeights& weights) {
    const std::span<Ranked> best(hits.data(), std::min(hits.size(), rerank_depth));
    std::ranges::sort(best, {}, &Ranked::docid);
    std::vector<Xapian::docid> docids;
    for (const Ranked& hit : best) docids.push_back(hit.docid);
    const std::vector<WordHits> places = read_word_hits(database, query.words, docids);
    const double average = database.get_average_length();
    for (std::size_t i = 0; i < best.size(); ++i) {
        if (places[i].empty()) continue;
        const double length = database.get_doclength(docids[i]);
        best[i].weighed = weigh(features(query, places[i], length, average), weights);
        best[i].score = best[i].bm25 + total(best[i].weighed);
    }
    std::ranges::stable_sort(best, std::ranges::greater(), &Ranked::score);
}

}  // namespace dateline
