// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/rerank.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/fields.h"
#include "searcher/match/values_of.h"
#include "searcher/ranking/tie_order.h"

namespace dateline {
namespace {

/// Weighs each feature, and adds it to the score.
void add_features(const Features& raw, Ranked& hit) {
    for (const FeatureRow& row : feature_rows) {
        const double points = row.weight * raw.*row.value;
        hit.weighed.*row.value += points;
        hit.score += points;
    }
}

/// Sorts by docid, in which order the index is read fastest.
std::vector<Xapian::docid> in_order_of_docid(std::span<Ranked> hits) {
    std::ranges::sort(hits, {}, &Ranked::docid);
    std::vector<Xapian::docid> docids;
    for (const Ranked& hit : hits) docids.push_back(hit.docid);
    return docids;
}

/// Adds what the days of publication say, and puts the hits in order.
void add_years(const Archives& archives, const QueryShape& query, std::span<Ranked> hits) {
    if (query.years.empty()) return;
    const std::vector<Xapian::docid> docids = in_order_of_docid(hits);
    const auto first = values_of(archives, first_day_slot, docids);
    const auto last = values_of(archives, last_day_slot, docids);
    for (std::size_t i = 0; i < hits.size(); ++i)
        add_features(features_of_days(query, day_from_key(first[i]), day_from_key(last[i])),
                     hits[i]);
    order_by_score(archives, hits);
}

/// Adds what the places of the words say.
void add_places(const Archives& archives, const QueryShape& query, std::span<Ranked> hits) {
    const std::vector<Xapian::docid> docids = in_order_of_docid(hits);
    const std::vector<WordHits> places =
        read_word_hits(archives, query.languages, query.words, docids);
    const double all = total_worth(query);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        add_features(features(query, places[i], hits[i].length), hits[i]);
        if (all > 0) hits[i].title_coverage = title_worth(query, places[i]) / all;
    }
}

}  // namespace

std::span<Ranked> best_of(std::vector<Ranked>& hits) {
    return {hits.data(), std::min(hits.size(), rerank_depth)};
}

std::vector<std::size_t> by_docid(std::span<const Ranked> hits) {
    std::vector<std::size_t> order(hits.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return hits[i].docid; });
    return order;
}

std::vector<Ranked> stage_one(const std::vector<ScoredArticle>& found) {
    std::vector<Ranked> hits;
    hits.reserve(found.size());
    for (const ScoredArticle& article : found) {
        Ranked& made = hits.emplace_back();
        made.docid = article.docid;
        made.score = made.bm25 = article.score;
    }
    return hits;
}

void rerank(const Archives& archives, const QueryShape& query, std::vector<Ranked>& hits) {
    const std::span<Ranked> best = best_of(hits);
    std::vector<Xapian::docid> docids;
    for (const std::size_t i : by_docid(best)) docids.push_back(best[i].docid);
    archives.expect_lengths(docids);
    for (const std::size_t i : by_docid(best)) best[i].length = archives.length_of(best[i].docid);
    add_years(archives, query, best);
    add_places(archives, query, best.first(std::min(best.size(), placed_depth)));
    order_by_score(archives, best);
}

void add_recency(const Archives& archives, const RecencyPrior& prior, std::vector<Ranked>& hits) {
    constexpr double most = 0.5;  // of the best BM25 score
    if (hits.empty() || prior.half_life_days <= 0) return;
    const std::span<Ranked> best = best_of(hits);
    const double highest = std::ranges::max(best, {}, &Ranked::bm25).bm25;
    const std::vector<Xapian::docid> docids = in_order_of_docid(best);
    const auto days = values_of(archives, first_day_slot, docids);
    for (std::size_t i = 0; i < best.size(); ++i) {
        best[i].recency = most * highest * freshness(day_from_key(days[i]), prior);
        best[i].score += best[i].recency;
    }
    order_by_score(archives, best);
}

}  // namespace dateline
