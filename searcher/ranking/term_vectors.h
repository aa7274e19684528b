// SPDX-License-Identifier: GPL-2.0-or-later
// Articles as vectors of their stems, for topic search: what the best hits have in common, and
// which articles are alike.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline {

/// A stem in an article: its number and its BM25 share (idf times saturation), scaled.
struct TermWeight {
    std::uint32_t term = 0;
    double weight = 0;

    bool operator==(const TermWeight&) const = default;
};

/// By increasing term.
using TermVector = std::vector<TermWeight>;

/// The cosine of two vectors of length 1.
double dot(const TermVector& a, const TermVector& b);

/// Reads vectors and remembers how common each stem is.
class TermVectors {
public:
    explicit TermVectors(const Xapian::Database& database);

    struct Limits {
        double most_common = 0.2;           ///< stems of a larger part of all articles are left out
        std::size_t most_terms = SIZE_MAX;  ///< the heaviest are kept
    };

    /// Of length 1, or empty.
    TermVector of(Xapian::docid docid, const Limits& limits);

    const std::string& stem(std::uint32_t term) const { return terms_[term].stem; }
    std::uint32_t articles(std::uint32_t term) const { return terms_[term].articles; }
    double idf(std::uint32_t term) const { return terms_[term].idf; }

private:
    struct Term {
        std::string stem;
        std::uint32_t articles = 0;
        double idf = 0;
    };
    std::uint32_t number(const std::string& name);

    const Xapian::Database& database_;
    double article_count_;
    double average_length_;
    std::vector<Term> terms_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace dateline
