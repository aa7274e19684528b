// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/elsewhere.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
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

/// The neighbours that are rarest together; of equals the first.
std::vector<std::string> rarest_run(const Xapian::Database& database,
                                    const std::vector<std::string>& terms) {
    const auto length = static_cast<std::ptrdiff_t>(std::min(terms.size(), most_words));
    std::vector<double> commonness;
    for (const std::string& term : terms)
        commonness.push_back(std::log(std::max(1U, database.get_termfreq(term))));
    auto best = terms.begin();
    double least = -1;
    for (auto first = terms.begin(); terms.end() - first >= length; ++first) {
        double sum = 0;
        for (std::ptrdiff_t i = 0; i < length; ++i)
            sum += commonness[static_cast<std::size_t>(first - terms.begin() + i)];
        if (least < 0 || sum < least) {
            least = sum;
            best = first;
        }
    }
    return {best, best + length};
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
