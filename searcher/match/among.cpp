// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/among.h"

#include "searcher/match/these_articles.h"

namespace dateline {

Xapian::MSet asked_among(const SearchPlan& plan, const Xapian::Query& query,
                         const std::vector<Xapian::docid>& articles) {
    Xapian::Enquire enquire(plan.database);
    enquire.set_query(
        Xapian::Query(Xapian::Query::OP_FILTER, query, these_articles(plan.archives, articles)));
    enquire.set_weighting_scheme(plan.compiler.weighting().xapian());
    // Of articles that two archives have under one id both may come.
    return enquire.get_mset(
        0, static_cast<Xapian::doccount>(articles.size() * plan.archives.each().size()));
}

std::map<Xapian::docid, double> found_among(const SearchPlan& plan, const Xapian::Query& query,
                                            const std::vector<Xapian::docid>& articles) {
    const Xapian::MSet found = asked_among(plan, query, articles);
    std::map<Xapian::docid, double> weights;
    for (auto hit = found.begin(); hit != found.end(); ++hit) weights[*hit] = hit.get_weight();
    return weights;
}

}  // namespace dateline
