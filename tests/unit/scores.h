// SPDX-License-Identifier: GPL-2.0-or-later
// Articles of few words, what Xapian gives all that match, and which of these are the best.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "searcher/match/best_scores.h"
#include "searcher/match/search_plan.h"
#include "tests/unit/small_index.h"

namespace dateline {

/// Of six words, so that phrases are often there, and more often their words alone.
inline std::vector<Article> random_bodies(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const char* const words[] = {"harbour", "tariff", "port", "strike", "rail", "quiet"};
    std::vector<Article> made;
    for (std::size_t i = 0; i < count; ++i) {
        std::string body;
        const std::size_t length = 3 + random() % 30;
        for (std::size_t word = 0; word < length; ++word)
            body.append(words[random() % std::size(words)]).append(" ");
        made.push_back(
            made_article("a" + std::to_string(seed) + "-" + std::to_string(i), "Report", body));
    }
    return made;
}

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
