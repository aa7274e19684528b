// SPDX-License-Identifier: GPL-2.0-or-later
// The best of scores that come one after the other, and all that are equal to the last of these.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <queue>
#include <vector>

namespace dateline {

/// A weight without its last digits: how it is summed depends on who sums and on the archive that
/// an article is in, so that equals would differ.
double rounded_score(double weight);

struct ScoredArticle {
    Xapian::docid docid = 0;
    double score = 0;

    bool operator==(const ScoredArticle&) const = default;
};

/// What Xapian found, best first, with rounded scores.
std::vector<ScoredArticle> scored_articles(const Xapian::MSet& found);

/// Takes scores of 0 and more; not before `number` of them is anything known of which are the best.
class BestScores {
public:
    /// One at least.
    explicit BestScores(std::size_t number);

    /// What an article must have to be among them.
    double least() const { return least_; }
    void add(const ScoredArticle& article);

    /// Best first, equal ones by docid.
    std::vector<ScoredArticle> take();

private:
    void drop_worse();

    std::size_t number_;
    double least_ = 0;
    std::priority_queue<double, std::vector<double>, std::greater<>> best_;  ///< `number` scores
    std::vector<ScoredArticle> articles_;  ///< with at least what was the least at some time
    std::size_t most_kept_;
};

}  // namespace dateline
