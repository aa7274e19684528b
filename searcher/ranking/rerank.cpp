// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/rerank.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "searcher/ranking/tie_order.h"

namespace dateline {
namespace {

Features weigh(const Features& raw, const FeatureWeights& weights) {
    return {raw.together * weights.together, raw.pairs * weights.pairs, raw.exact * weights.exact,
            raw.passage * weights.passage, raw.lead * weights.lead};
}

double total(const Features& weighed) {
    return weighed.together + weighed.pairs + weighed.exact + weighed.passage + weighed.lead;
}

std::span<Ranked> head(std::vector<Ranked>& hits) {
    return {hits.data(), std::min(hits.size(), rerank_depth)};
}

/// Sorts by docid, in which order the index is read fastest.
std::vector<Xapian::docid> in_order_of_docid(std::span<Ranked> hits) {
    std::ranges::sort(hits, {}, &Ranked::docid);
    std::vector<Xapian::docid> docids;
    for (const Ranked& hit : hits) docids.push_back(hit.docid);
    return docids;
}

}  // namespace

double rounded_score(double weight) {
    constexpr double steps = 1e8;
    return std::round(weight * steps) / steps;
}

std::vector<Ranked> stage_one(const Xapian::MSet& found) {
    std::vector<Ranked> hits;
    hits.reserve(found.size());
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
        const double score = rounded_score(hit.get_weight());
        hits.push_back({*hit, score, score, {}, 0, 0});
    }
    return hits;
}

void rerank(const Xapian::Database& database, const QueryShape& query, std::vector<Ranked>& hits,
            const FeatureWeights& weights) {
    const std::span<Ranked> best = head(hits);
    const std::vector<Xapian::docid> docids = in_order_of_docid(best);
    const std::vector<WordHits> places =
        read_word_hits(database, query.languages, query.words, docids);
    const double average = database.get_average_length();
    for (std::size_t i = 0; i < best.size(); ++i) {
        if (places[i].empty()) continue;
        const double length = database.get_doclength(docids[i]);
        best[i].weighed = weigh(features(query, places[i], length, average), weights);
        best[i].score += total(best[i].weighed);
    }
    order_by_score(database, best);
}

void add_recency(const Xapian::Database& database, const RecencyPrior& prior,
                 std::vector<Ranked>& hits) {
    constexpr double most = 0.5;  // of the best BM25 score
    if (hits.empty() || prior.half_life_days <= 0) return;
    const std::span<Ranked> best = head(hits);
    const double highest = std::ranges::max(best, {}, &Ranked::bm25).bm25;
    const std::vector<Xapian::docid> docids = in_order_of_docid(best);
    const auto days = days_published(database, docids);
    for (std::size_t i = 0; i < best.size(); ++i) {
        best[i].recency = most * highest * freshness(days[i], prior);
        best[i].score += best[i].recency;
    }
    order_by_score(database, best);
}

}  // namespace dateline
