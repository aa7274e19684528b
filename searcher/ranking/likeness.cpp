// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/likeness.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "common/fields.h"
#include "searcher/match/values_of.h"

namespace dateline {
namespace {

/// A term of one of several signatures.
struct NumberedTerm {
    SignatureTerm term = 0;
    std::uint32_t signature = 0;
};

/// All terms, those with the same hash next to each other, of increasing signatures.
std::vector<NumberedTerm> terms_by_hash(const std::vector<Signature>& signatures) {
    constexpr unsigned bits = 12;  // of the hash's 28, so that a bucket has one or two terms
    const auto bucket_of = [](SignatureTerm term) { return hash_of(term) >> (28 - bits); };
    std::vector<std::uint32_t> begins((1U << bits) + 1);
    for (const Signature& signature : signatures)
        for (const SignatureTerm term : signature) ++begins[bucket_of(term) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<NumberedTerm> terms(begins.back());
    std::vector<std::uint32_t> ends(begins);
    for (std::uint32_t i = 0; i < signatures.size(); ++i)
        for (const SignatureTerm term : signatures[i]) terms[ends[bucket_of(term)]++] = {term, i};
    for (std::size_t i = 0; i + 1 < begins.size(); ++i)
        if (begins[i + 1] - begins[i] > 1)
            std::ranges::stable_sort(terms.begin() + begins[i], terms.begin() + begins[i + 1], {},
                                     [](const NumberedTerm& t) { return hash_of(t.term); });
    return terms;
}

/// The products of each two, row by row; those of i and j are at (i, j) for i < j.
std::vector<std::uint32_t> products(const std::vector<Signature>& signatures) {
    const std::vector<NumberedTerm> terms = terms_by_hash(signatures);
    std::vector<std::uint32_t> sums(signatures.size() * signatures.size());
    for (auto first = terms.begin(); first != terms.end(); ++first) {
        std::uint32_t* row = &sums[first->signature * signatures.size()];
        for (auto other = first + 1;
             other != terms.end() && hash_of(other->term) == hash_of(first->term); ++other)
            row[other->signature] += weight_of(first->term) * weight_of(other->term);
    }
    return sums;
}

std::vector<Signature> decoded(const std::vector<std::string>& values) {
    std::vector<Signature> signatures;
    for (const std::string& value : values) signatures.push_back(decode_signature(value));
    return signatures;
}

}  // namespace

std::vector<Signature> read_signatures(const Xapian::Database& database,
                                       const std::vector<Xapian::docid>& docids) {
    return decoded(values_of(database, signature_slot, docids));
}

std::vector<Signature> read_signatures(const Archives& archives,
                                       const std::vector<Xapian::docid>& docids) {
    return decoded(values_of(archives, signature_slot, docids));
}

double length_of(const Signature& signature) {
    std::uint32_t squares = 0;
    for (const SignatureTerm term : signature) squares += weight_of(term) * weight_of(term);
    return std::sqrt(squares);
}

double cosine_of(const Signature& first, const Signature& second) {
    std::uint32_t product = 0;
    auto other = second.begin();
    for (const SignatureTerm term : first) {
        while (other != second.end() && hash_of(*other) < hash_of(term)) ++other;
        if (other != second.end() && hash_of(*other) == hash_of(term))
            product += weight_of(term) * weight_of(*other);
    }
    return product == 0 ? 0 : product / (length_of(first) * length_of(second));
}

std::vector<std::vector<Neighbour>> nearest_of_each(const std::vector<Signature>& signatures,
                                                    std::size_t most) {
    const std::size_t count = signatures.size();
    const std::vector<std::uint32_t> product = products(signatures);
    std::vector<double> lengths(count);
    std::ranges::transform(signatures, lengths.begin(), length_of);
    std::vector<std::vector<Neighbour>> nearest(count);
    std::vector<Neighbour> others;
    for (std::size_t i = 0; i < count; ++i) {
        others.clear();
        for (std::size_t j = 0; j < count; ++j) {
            const std::uint32_t both = product[std::min(i, j) * count + std::max(i, j)];
            if (i != j && both > 0) others.push_back({both / (lengths[i] * lengths[j]), j});
        }
        const std::size_t kept = std::min(others.size(), most);
        std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(kept),
                                  [](const Neighbour& a, const Neighbour& b) {
                                      return a.cosine != b.cosine ? a.cosine > b.cosine
                                                                  : a.number < b.number;
                                  });
        nearest[i].assign(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(kept));
    }
    return nearest;
}

}  // namespace dateline
