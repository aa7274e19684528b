// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/bm25.h"

#include <algorithm>
#include <cmath>

namespace dateline::bm25 {
namespace {

double odds(std::uint64_t articles, std::uint64_t article_frequency) {
    const auto n = static_cast<double>(articles);
    const auto df = static_cast<double>(article_frequency);
    return (n - df + 0.5) / (df + 0.5);
}

}  // namespace

double idf(std::uint64_t articles, std::uint64_t article_frequency) {
    return std::log1p(odds(articles, std::min(articles, article_frequency)));
}

double xapian_idf(std::uint64_t articles, std::uint64_t article_frequency) {
    // xapian-core 1.4 weight/bm25weight.cc: odds below 2 are lifted so that the logarithm is
    // positive.
    const double x = odds(articles, article_frequency);
    return std::log(x < 2 ? x * 0.5 + 1 : x);
}

double query_weight(std::uint32_t count) {
    return (k3 + 1) * count / (k3 + count);
}

Weighting::Weighting(double database_average, double average_length) {
    const double ratio = average_length > 0 ? database_average / average_length : 1;
    k1_ = k1 * (1 - b + b * ratio);
    b_ = k1_ > 0 ? k1 * b * ratio / k1_ : 0;
}

}  // namespace dateline::bm25
