// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/common_terms.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "common/fields.h"
#include "searcher/match/bm25.h"
#include "searcher/ranking/likeness.h"

namespace dateline {
namespace {

constexpr std::size_t most_terms = 25;
constexpr std::size_t most_proposed = 40;
constexpr double most_common = 0.2;  // of all articles

struct SummedTerm {
    std::uint32_t hash = 0;
    double weight = 0;
};

/// The strongest hashes of the sum of the signatures, each of length 1 times its trust.
std::vector<std::uint32_t> proposed(const std::vector<TrustedArticle>& articles) {
    std::vector<SummedTerm> terms;
    for (const TrustedArticle& article : articles) {
        const double length = length_of(article.signature);
        for (const SignatureTerm term : article.signature)
            terms.push_back({hash_of(term), article.trust * weight_of(term) / length});
    }
    std::ranges::stable_sort(terms, {}, &SummedTerm::hash);
    std::vector<SummedTerm> sums;
    for (const SummedTerm& term : terms) {
        if (sums.empty() || sums.back().hash != term.hash)
            sums.push_back(term);
        else
            sums.back().weight += term.weight;
    }
    std::ranges::stable_sort(sums, std::ranges::greater(), &SummedTerm::weight);
    if (sums.size() > most_proposed) sums.resize(most_proposed);
    std::vector<std::uint32_t> hashes;
    for (const SummedTerm& term : sums) hashes.push_back(term.hash);
    return hashes;
}

/// A proposed stem, and what it is worth in each article but for its idf.
struct FoundTerm {
    std::string name;
    std::vector<double> saturations;
    double idf = 0;  ///< 0: it tells nothing
};

/// Reads the proposed stems from the articles' term lists.
std::vector<FoundTerm> found_terms(const Archives& archives, double average_length,
                                   const std::vector<TrustedArticle>& articles) {
    std::unordered_map<std::uint32_t, std::size_t> numbers;
    for (const std::uint32_t hash : proposed(articles)) numbers.emplace(hash, numbers.size());
    std::vector<FoundTerm> found(numbers.size());
    std::vector<Xapian::docid> docids;
    for (const TrustedArticle& article : articles) docids.push_back(article.docid);
    archives.expect_terms(docids);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        archives.each_term(
            articles[i].docid, stem_prefix, [&](std::string name, std::uint32_t wdf) {
                const auto known =
                    numbers.find(signature_hash(std::string_view(name).substr(stem_prefix.size())));
                if (known == numbers.end() || wdf == 0) return;
                FoundTerm& made = found[known->second];
                made.name = std::move(name);
                made.saturations.resize(articles.size());
                made.saturations[i] = bm25::saturation(wdf, articles[i].length, average_length);
            });
    }
    std::erase_if(found, [](const FoundTerm& term) { return term.name.empty(); });
    return found;
}

/// The idf of a stem that tells one article from another, else 0. In a small archive its own counts
/// say little.
double telling_idf(const Archives& archives, std::uint64_t articles, const std::string& term) {
    constexpr std::uint32_t small = 500;
    constexpr std::uint32_t tiny = 100;
    const std::uint64_t having = archives.articles_with(term);
    if (having < (articles < tiny ? 1U : 2U)) return 0;
    if (articles >= small &&
        static_cast<double>(having) > most_common * static_cast<double>(articles))
        return 0;
    return bm25::idf(articles, having);
}

/// The sum over the articles of its share in each article's vector, which has the length 1.
void weigh(const std::vector<FoundTerm>& terms, const std::vector<TrustedArticle>& articles,
           std::vector<CommonTerm>& weighed) {
    for (const FoundTerm& term : terms) weighed.push_back({term.name, 0});
    for (std::size_t i = 0; i < articles.size(); ++i) {
        double squares = 0;
        for (const FoundTerm& term : terms) squares += std::pow(term.idf * term.saturations[i], 2);
        if (squares == 0) continue;
        for (std::size_t t = 0; t < terms.size(); ++t)
            weighed[t].weight +=
                articles[i].trust * terms[t].idf * terms[t].saturations[i] / std::sqrt(squares);
    }
}

}  // namespace

std::vector<CommonTerm> common_terms(const Archives& archives,
                                     const CollectionStatistics& collection,
                                     const std::vector<TrustedArticle>& articles) {
    std::vector<FoundTerm> terms = found_terms(archives, collection.average_length, articles);
    std::vector<std::string> names;
    for (const FoundTerm& term : terms) names.push_back(term.name);
    archives.expect_counts(names);
    for (FoundTerm& term : terms) term.idf = telling_idf(archives, collection.articles, term.name);
    std::vector<CommonTerm> common;
    weigh(terms, articles, common);
    std::ranges::stable_sort(common, [](const CommonTerm& a, const CommonTerm& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
    });
    if (common.size() > most_terms) common.resize(most_terms);
    double sum = 0;
    for (const CommonTerm& term : common) sum += term.weight;
    for (CommonTerm& term : common) term.weight /= sum > 0 ? sum : 1;
    return common;
}

}  // namespace dateline
