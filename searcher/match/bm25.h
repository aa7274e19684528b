// SPDX-License-Identifier: GPL-2.0-or-later
// BM25 as Dateline ranks by it. The formulas and their sources are in docs/ranking.md.
#pragma once

#include <xapian.h>

#include <cstdint>

namespace dateline::bm25 {

inline constexpr double k1 = 1.2;  ///< how soon more occurrences stop to count
inline constexpr double b = 0.75;  ///< how much long articles are held back
inline constexpr double k3 = 4.0;  ///< the same as k1, for words typed more than once

/// ln(1 + (N - df + 0.5) / (df + 0.5)): always positive (Lucene's form of Robertson's idf). More
/// than N articles, as words of several languages may have, are N.
double idf(std::uint64_t articles, std::uint64_t article_frequency);

/// The idf of Xapian's BM25Weight for a term of this frequency, to divide it out.
double xapian_idf(std::uint64_t articles, std::uint64_t article_frequency);

/// What a word typed `count` times is worth against one typed once: 1 for 1, never over k3 + 1.
double query_weight(std::uint32_t count);

/// K = k1 (1 - b + b length / average length).
inline double length_norm(double length, double average_length) {
    return k1 * (1 - b + b * (average_length > 0 ? length / average_length : 1));
}

/// tf (k1 + 1) / (tf + K); 0..k1 + 1.
inline double saturation(double frequency, double norm) {
    return frequency * (k1 + 1) / (frequency + norm);
}
inline double saturation(double frequency, double length, double average_length) {
    return saturation(frequency, length_norm(length, average_length));
}

/// Xapian's BM25 divides lengths by the mean of the whole database. This one gives what
/// saturation() says with another mean.
class Weighting {
public:
    Weighting(double database_average, double average_length);

    Xapian::BM25Weight xapian() const { return {k1_, 0, 0, b_, 0}; }
    /// What the weight of a term must be multiplied by.
    double scale() const { return (k1 + 1) / (k1_ + 1); }

private:
    double k1_;
    double b_;
};

}  // namespace dateline::bm25
