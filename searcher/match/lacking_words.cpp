// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/lacking_words.h"

#include <algorithm>
#include <set>

#include "searcher/match/among.h"

namespace dateline {
namespace {

/// Those of the articles that a query finds.
std::set<Xapian::docid> found_by(const SearchPlan& plan, const Xapian::Query& query,
                                 const std::vector<Xapian::docid>& articles) {
    std::set<Xapian::docid> docids;
    for (const auto& [docid, weight] : found_among(plan, query, articles)) docids.insert(docid);
    return docids;
}

/// Those that have any of the terms; `articles` increase.
std::set<Xapian::docid> with_term(const SearchPlan& plan, const std::vector<std::string>& terms,
                                  const std::vector<Xapian::docid>& articles) {
    std::set<Xapian::docid> docids;
    for (const std::string& term : terms) {
        auto article = plan.database.postlist_begin(term);
        const auto end = plan.database.postlist_end(term);
        for (const Xapian::docid docid : articles) {
            if (article != end) article.skip_to(docid);
            if (article == end) break;
            if (*article == docid) docids.insert(docid);
        }
    }
    return docids;
}

}  // namespace

std::vector<std::vector<std::string>> lacking_words(const SearchPlan& plan,
                                                    const std::vector<Xapian::docid>& articles) {
    std::vector<std::vector<std::string>> lacking(articles.size());
    if (articles.empty() || !plan.compiler.has_optional_parts()) return lacking;
    std::vector<Xapian::docid> sorted = articles;
    std::ranges::sort(sorted);
    for (const OptionalPart& part : plan.compiler.optional_parts()) {
        const std::set<Xapian::docid> found = part.terms.empty()
                                                  ? found_by(plan, part.query, sorted)
                                                  : with_term(plan, part.terms, sorted);
        for (std::size_t i = 0; i < articles.size(); ++i)
            if (!found.contains(articles[i])) lacking[i].push_back(part.typed);
    }
    return lacking;
}

}  // namespace dateline
