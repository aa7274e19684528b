// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/among.h"

#include <string_view>

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

}  // namespace

std::map<Xapian::docid, double> found_among(const SearchPlan& plan, const Query& query,
                                            const std::vector<Xapian::docid>& articles) {
    Xapian::Enquire enquire(plan.database);
    enquire.set_query(Query(Query::OP_FILTER, query, with_same_ids(plan, articles)));
    enquire.set_weighting_scheme(plan.compiler.weighting().xapian());
    const std::size_t most = articles.size() * plan.archives.each().size();
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
    std::map<Xapian::docid, double> weights;
    for (auto hit = found.begin(); hit != found.end(); ++hit) weights[*hit] = hit.get_weight();
    return weights;
}

}  // namespace dateline
