// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/lacking_words.h"

#include <algorithm>
#include <set>

#include "common/fields.h"

namespace dateline {
namespace {

using Xapian::Query;

/// The articles with the ids of these: themselves, and in other archives perhaps more.
Query with_same_ids(const SearchPlan& plan, const std::vector<Xapian::docid>& articles) {
    std::vector<Query> ids;
    for (const Xapian::docid docid : articles) {
        const std::string key =
            plan.database.get_document(docid, Xapian::DOC_ASSUME_VALID).get_value(order_slot);
        ids.emplace_back(make_term(id_prefix, std::string_view(key).substr(undated_key.size())));
    }
    return Query(Query::OP_OR, ids.begin(), ids.end());
}

/// Those of the articles that a query finds.
std::set<Xapian::docid> found_by(const SearchPlan& plan, const Query& query,
                                 const std::vector<Xapian::docid>& articles) {
    Xapian::Enquire enquire(plan.database);
    enquire.set_query(Query(Query::OP_FILTER, with_same_ids(plan, articles), query));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const std::size_t most = articles.size() * plan.archives.each().size();
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
    std::set<Xapian::docid> docids;
    for (auto hit = found.begin(); hit != found.end(); ++hit) docids.insert(*hit);
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
