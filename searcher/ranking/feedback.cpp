// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/feedback.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "searcher/match/bm25.h"
#include "searcher/match/these_articles.h"
#include "searcher/ranking/common_terms.h"
#include "searcher/ranking/likeness.h"
#include "searcher/ranking/tie_order.h"

namespace dateline {
namespace {

constexpr std::size_t lending_hits = 5;
constexpr double peak = 8;  // power of a hit's score against the best one's
constexpr std::size_t gate_hits = 3;
constexpr double gate_width = 0.15;
constexpr double like_best_weight = 0.8;
constexpr double alike_weight = 0.4;
constexpr std::size_t most_neighbours = 5;

/// 0 if the headline of one of the best hits has the whole question, 1 if none has more than 85 %
/// of its worth.
double gate(std::span<const Ranked> hits) {
    double most = 0;
    for (const Ranked& hit : hits.first(std::min(hits.size(), gate_hits)))
        most = std::max(most, hit.title_coverage);
    return std::min(1.0, (1 - most) / gate_width);
}

std::vector<Signature> signatures_of(const Archives& archives, std::span<const Ranked> hits,
                                     const std::vector<std::size_t>& order) {
    std::vector<Xapian::docid> docids;
    for (const std::size_t i : order) docids.push_back(hits[i].docid);
    std::vector<Signature> read = read_signatures(archives, docids);
    std::vector<Signature> signatures(hits.size());
    for (std::size_t i = 0; i < order.size(); ++i) signatures[order[i]] = std::move(read[i]);
    return signatures;
}

std::vector<CommonTerm> terms_of_best(const Archives& archives,
                                      const CollectionStatistics& collection,
                                      std::span<const Ranked> hits,
                                      const std::vector<Signature>& signatures) {
    std::vector<TrustedArticle> best;
    for (std::size_t i = 0; i < std::min(hits.size(), lending_hits); ++i)
        if (!signatures[i].empty())
            best.push_back({hits[i].docid, std::pow(hits[i].score / hits[0].score, peak),
                            hits[i].length, signatures[i]});
    return common_terms(archives, collection, best);
}

/// The same scores as Xapian has them, without the posting lists of the terms.
std::vector<double> asked_scores_by(const std::vector<CommonTerm>& terms, const Archives& archives,
                                    double average_length, std::span<const Ranked> hits,
                                    const std::vector<std::size_t>& order) {
    const bm25::Weighting weighting(archives.all().get_average_length(), average_length);
    std::vector<Xapian::Query> queries;
    for (const CommonTerm& term : terms)
        queries.emplace_back(
            Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term),
            term.weight * weighting.scale() /
                bm25::xapian_idf(archives.articles(), archives.articles_with(term.term)));
    std::vector<Xapian::docid> docids;
    for (const std::size_t i : order) docids.push_back(hits[i].docid);
    Xapian::Enquire enquire(archives.all());
    enquire.set_query(
        Xapian::Query(Xapian::Query::OP_FILTER,
                      Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end()),
                      these_articles(archives, docids)));
    enquire.set_weighting_scheme(weighting.xapian());
    const Xapian::MSet found =
        enquire.get_mset(0, static_cast<Xapian::doccount>(docids.size() * archives.each().size()));
    std::vector<double> scores(hits.size());
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
        const auto place = std::ranges::lower_bound(docids, *hit) - docids.begin();
        if (place < std::ssize(docids) && docids[static_cast<std::size_t>(place)] == *hit)
            scores[order[static_cast<std::size_t>(place)]] = hit.get_weight();
    }
    return scores;
}

/// BM25 of each article by the terms, whose idf is divided out; 0..k1 + 1.
std::vector<double> scores_by(const std::vector<CommonTerm>& terms, const Archives& archives,
                              double average_length, std::span<const Ranked> hits,
                              const std::vector<std::size_t>& order) {
    if (archives.any_remote()) return asked_scores_by(terms, archives, average_length, hits, order);
    std::vector<double> scores(hits.size());
    for (const CommonTerm& term : terms) {
        auto article = archives.all().postlist_begin(term.term);
        const auto end = archives.all().postlist_end(term.term);
        for (const std::size_t i : order) {
            article.skip_to(hits[i].docid);
            if (article == end) break;
            if (*article == hits[i].docid)
                scores[i] += term.weight *
                             bm25::saturation(article.get_wdf(), hits[i].length, average_length);
        }
    }
    return scores;
}

/// What the mean of its neighbours' scores, the nearer the more, is above its own.
double lent(const std::vector<Neighbour>& neighbours, std::span<const Ranked> hits, double own) {
    double scores = 0;
    double cosines = 0;
    for (const Neighbour& other : neighbours) {
        scores += other.cosine * hits[other.number].score;
        cosines += other.cosine;
    }
    return cosines > 0 ? scores / cosines - own : 0;
}

}  // namespace

void add_feedback(const Archives& archives, const QueryShape& query, std::vector<Ranked>& hits) {
    const std::span<Ranked> best = best_of(hits);
    if (best.size() <= pinned_hits || best[0].score <= 0) return;
    const double open = gate(best);
    if (open <= 0) return;
    const std::vector<std::size_t> order = by_docid(best);
    const std::vector<Signature> signatures = signatures_of(archives, best, order);
    const std::vector<CommonTerm> terms =
        terms_of_best(archives, query.collection, best, signatures);
    const std::vector<double> scores =
        scores_by(terms, archives, query.collection.average_length, best, order);
    const auto nearest = nearest_of_each(signatures, most_neighbours);
    const double worth = total_worth(query);
    for (std::size_t i = pinned_hits; i < best.size(); ++i) {
        best[i].like_best = open * like_best_weight * worth * scores[i];
        best[i].alike = open * alike_weight * lent(nearest[i], best, best[i].score);
    }
    for (Ranked& hit : best) hit.score += hit.like_best + hit.alike;
    order_by_score(archives, best.subspan(pinned_hits));
}

}  // namespace dateline
