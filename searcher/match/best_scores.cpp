// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/best_scores.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace dateline {

double rounded_score(double weight) {
    constexpr double steps = 1e8;
    return std::round(weight * steps) / steps;
}

std::vector<ScoredArticle> scored_articles(const Xapian::MSet& found) {
    std::vector<ScoredArticle> articles;
    articles.reserve(found.size());
    for (auto hit = found.begin(); hit != found.end(); ++hit)
        articles.push_back({*hit, rounded_score(hit.get_weight())});
    return articles;
}

BestScores::BestScores(std::size_t number) : number_(number), most_kept_(2 * number) {}

void BestScores::add(const ScoredArticle& article) {
    if (article.score < least_) return;
    articles_.push_back(article);
    best_.push(article.score);
    if (best_.size() > number_) best_.pop();
    if (best_.size() == number_) least_ = best_.top();
    if (articles_.size() > most_kept_) drop_worse();
}

/// Those that are equal to the last stay, however many they are.
void BestScores::drop_worse() {
    std::erase_if(articles_, [&](const ScoredArticle& other) { return other.score < least_; });
    most_kept_ = 2 * std::max(number_, articles_.size());
}

std::vector<ScoredArticle> BestScores::take() {
    drop_worse();
    std::ranges::sort(articles_, [](const ScoredArticle& a, const ScoredArticle& b) {
        return std::tuple(-a.score, a.docid) < std::tuple(-b.score, b.docid);
    });
    return std::move(articles_);
}

}  // namespace dateline
