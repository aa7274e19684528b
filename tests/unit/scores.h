// SPDX-License-Identifier: GPL-2.0-or-later
// What Xapian gives all that match, and which of these are the best.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "searcher/match/best_scores.h"
#include "searcher/match/search_plan.h"
#include "tests/unit/small_index.h"

namespace dateline {

using Scores = std::map<Xapian::docid, double>;

inline Scores scores_of(const std::vector<ScoredArticle>& found) {
    Scores scores;
    for (const ScoredArticle& article : found) scores[article.docid] = article.score;
    return scores;
}

/// Of all that match.
inline Scores scores_by_xapian(const SearchPlan& plan, const Xapian::Query& query) {
    Xapian::Enquire enquire(plan.database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(plan.compiler.weighting().xapian());
    return scores_of(scored_articles(enquire.get_mset(0, plan.database.get_doccount())));
}

/// The best `number` and all that are equal to the last of these.
inline Scores best_of(const Scores& all, std::uint64_t number) {
    std::vector<double> ordered;
    for (const auto& [docid, score] : all) ordered.push_back(score);
    std::ranges::sort(ordered, std::ranges::greater());
    if (ordered.size() <= number) return all;
    Scores best;
    for (const auto& [docid, score] : all)
        if (score >= ordered[number - 1]) best[docid] = score;
    return best;
}

}  // namespace dateline
