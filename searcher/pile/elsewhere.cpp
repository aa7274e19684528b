// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/elsewhere.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/analysis.h"
#include "common/fields.h"

namespace dateline {
namespace {

constexpr std::size_t most_words = 8;
constexpr std::size_t least_words = 5;

/// The terms of the words at each position.
std::vector<std::string> terms_of(std::string_view sentence) {
    Tokenizer tokenizer;
    std::vector<std::string> terms;
    for (const Token& token : tokenizer.tokens(sentence))
        if (token.kind == TokenKind::word || token.kind == TokenKind::character)
            terms.push_back(make_term("", token.form));
    return terms;
}

/// Of the runs of neighbours the one with the rarest word, which decides what the question costs;
/// of equals the one that is rarest together, then the first.
std::vector<std::string> rarest_run(const Xapian::Database& database,
                                    const std::vector<std::string>& terms) {
    const std::size_t length = std::min(terms.size(), most_words);
    std::vector<double> commonness;
    for (const std::string& term : terms)
        commonness.push_back(std::log(std::max(1U, database.get_termfreq(term))));
    std::size_t best = 0;
    std::pair<double, double> least{HUGE_VAL, HUGE_VAL};
    for (std::size_t first = 0; first + length <= terms.size(); ++first) {
        const std::span<const double> run(&commonness[first], length);
        const std::pair rarity(*std::ranges::min_element(run),
                               std::accumulate(run.begin(), run.end(), 0.0));
        if (rarity >= least) continue;
        least = rarity;
        best = first;
    }
    const auto begin = terms.begin() + static_cast<std::ptrdiff_t>(best);
    return {begin, begin + static_cast<std::ptrdiff_t>(length)};
}

}  // namespace

bool stands_elsewhere(const Archives& archives, std::string_view sentence,
                      const std::set<Xapian::docid>& story) {
    const std::vector<std::string> terms = terms_of(sentence);
    if (terms.size() < least_words) return false;
    const std::vector<std::string> run = rarest_run(archives.all(), terms);
    Xapian::Enquire enquire(archives.all());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, run.begin(), run.end(),
                                    static_cast<Xapian::termcount>(run.size())));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(story.size() + 1));
    return std::any_of(found.begin(), found.end(),
                       [&](Xapian::docid docid) { return !story.contains(docid); });
}

}  // namespace dateline
