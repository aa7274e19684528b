// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "common/ascii.h"
#include "common/fields.h"
#include "common/stop_words.h"
#include "searcher/ranking/term_vectors.h"
#include "searcher/ranking/tie_order.h"

namespace dateline {
namespace {

constexpr std::size_t best_hits = 5;
constexpr double peak = 8;  // power of a hit's score against the best one's
constexpr std::size_t most_terms = 25;
constexpr double feedback_share = 0.6;  // of the query's own weight
constexpr std::size_t gate_hits = 3;
constexpr double gate_width = 0.7;

/// How much of the query's weight the article's own words cover, 0..1.
double coverage(const Xapian::Database& database, const QueryShape& query, Xapian::docid docid) {
    double all = 0;
    double there = 0;
    for (const QueryWord& word : query.words) {
        const std::string name = make_term(stem_prefix, word.stem);
        auto term = database.termlist_begin(docid);
        term.skip_to(name);
        const bool has = term != database.termlist_end(docid) && *term == name;
        all += word.weight * word.idf;
        there += has ? word.weight * word.idf : 0;
    }
    return all > 0 ? there / all : 1;
}

/// 0 if one of the best hits has all words of the query, 1 if none has more than 30 % of them.
double gate(const Xapian::Database& database, const QueryShape& query,
            const std::vector<Ranked>& hits) {
    double most = 0;
    for (std::size_t i = 0; i < std::min(hits.size(), gate_hits); ++i)
        most = std::max(most, coverage(database, query, hits[i].docid));
    return std::min(1.0, (1 - most) / gate_width);
}

bool is_telling(const TermVectors& vectors, std::uint32_t term) {
    const std::string& stem = vectors.stem(term);
    return vectors.articles(term) >= 2 && stem.size() >= 2 && !is_stop_word(stem) &&
           !std::ranges::all_of(stem, ascii::is_digit);
}

/// The weighed sum of the best hits' vectors, its strongest terms first.
TermVector common_terms(TermVectors& vectors, const std::vector<Ranked>& hits) {
    std::map<std::uint32_t, double> sum;
    for (std::size_t i = 0; i < std::min(hits.size(), best_hits); ++i) {
        const double trust = std::pow(hits[i].score / hits[0].score, peak);
        for (const TermWeight& term : vectors.of(hits[i].docid, {}))
            sum[term.term] += trust * term.weight;
    }
    TermVector terms;
    for (const auto& [term, weight] : sum)
        if (is_telling(vectors, term)) terms.push_back({term, weight});
    std::ranges::stable_sort(terms, std::ranges::greater(), &TermWeight::weight);
    if (terms.size() > most_terms) terms.resize(most_terms);
    return terms;
}

struct Neighbour {
    double cosine = 0;
    std::size_t number = 0;
};

/// The nearest of each, of those that share a term at all.
std::vector<std::vector<Neighbour>> all_neighbours(const std::vector<TermVector>& vectors) {
    constexpr std::size_t most = 5;
    std::vector<std::vector<Neighbour>> near(vectors.size());
    for (std::size_t i = 0; i < vectors.size(); ++i)
        for (std::size_t j = i + 1; j < vectors.size(); ++j)
            if (const double cosine = dot(vectors[i], vectors[j]); cosine > 0) {
                near[i].push_back({cosine, j});
                near[j].push_back({cosine, i});
            }
    for (std::vector<Neighbour>& row : near) {
        std::ranges::stable_sort(row, std::ranges::greater(), &Neighbour::cosine);
        if (row.size() > most) row.resize(most);
    }
    return near;
}

}  // namespace

std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database, const QueryShape& query,
                                         const std::vector<Ranked>& hits) {
    std::vector<FeedbackTerm> made;
    if (hits.empty() || hits[0].score <= 0) return made;
    TermVectors vectors(database);
    const TermVector terms = common_terms(vectors, hits);
    double total = 0;
    for (const TermWeight& term : terms) total += term.weight;
    double own = 0;
    for (const QueryWord& word : query.words) own += word.weight * word.idf;
    const double share = feedback_share * gate(database, query, hits) * own;
    if (share <= 0 || total <= 0) return made;
    for (const TermWeight& term : terms) {
        const double idf = vectors.idf(term.term);
        made.push_back(
            {vectors.stem(term.term), share * term.weight / total / std::max(idf, 0.05), idf});
    }
    return made;
}

void smooth(const Xapian::Database& database, std::vector<Ranked>& hits) {
    constexpr TermVectors::Limits limits{0.25, 100};
    constexpr double lent = 0.4;
    const std::size_t count = std::min(hits.size(), rerank_depth);
    TermVectors reader(database);
    std::vector<TermVector> vectors;
    for (std::size_t i = 0; i < count; ++i) vectors.push_back(reader.of(hits[i].docid, limits));
    const auto near = all_neighbours(vectors);
    for (std::size_t i = 0; i < count; ++i) {
        double scores = 0;
        double cosines = 0;
        for (const Neighbour& other : near[i]) {
            scores += other.cosine * hits[other.number].score;
            cosines += other.cosine;
        }
        if (cosines > 0) hits[i].likeness = lent * (scores / cosines - hits[i].score);
    }
    for (std::size_t i = 0; i < count; ++i) hits[i].score += hits[i].likeness;
    order_by_score(database, std::span(hits).first(count));
}

}  // namespace dateline
