// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/term_vectors.h"

#include <algorithm>
#include <cmath>

#include "common/fields.h"
#include "searcher/match/bm25.h"

namespace dateline {
namespace {

void scale_to_one(TermVector& vector) {
    double squares = 0;
    for (const TermWeight& term : vector) squares += term.weight * term.weight;
    if (squares == 0) return vector.clear();
    for (TermWeight& term : vector) term.weight /= std::sqrt(squares);
}

}  // namespace

double dot(const TermVector& a, const TermVector& b) {
    double sum = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->term == j->term) sum += i->weight * j->weight;
        const bool left = i->term <= j->term;
        const bool right = j->term <= i->term;
        i += left;
        j += right;
    }
    return sum;
}

TermVectors::TermVectors(const Xapian::Database& database)
    : database_(database),
      article_count_(database.get_doccount()),
      average_length_(database.get_average_length()) {}

std::uint32_t TermVectors::number(const std::string& name) {
    const auto [known, fresh] =
        numbers_.try_emplace(name, static_cast<std::uint32_t>(terms_.size()));
    if (fresh) {
        const auto articles = database_.get_termfreq(name);
        terms_.push_back({name.substr(stem_prefix.size()), articles,
                          bm25::idf(database_.get_doccount(), articles)});
    }
    return known->second;
}

TermVector TermVectors::of(Xapian::docid docid, const Limits& limits) {
    TermVector vector;
    const double length = database_.get_doclength(docid);
    const std::string prefix(stem_prefix);
    auto term = database_.termlist_begin(docid);
    const auto end = database_.termlist_end(docid);
    for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
        if (term.get_wdf() == 0) continue;
        const std::uint32_t known = number(*term);
        if (terms_[known].articles > limits.most_common * article_count_) continue;
        vector.push_back(
            {known, terms_[known].idf * bm25::saturation(term.get_wdf(), length, average_length_)});
    }
    if (vector.size() > limits.most_terms) {
        const auto cut = vector.begin() + static_cast<std::ptrdiff_t>(limits.most_terms);
        std::ranges::nth_element(vector, cut, std::ranges::greater(), &TermWeight::weight);
        vector.erase(cut, vector.end());
    }
    std::ranges::sort(vector, {}, &TermWeight::term);
    scale_to_one(vector);
    return vector;
}

}  // namespace dateline
