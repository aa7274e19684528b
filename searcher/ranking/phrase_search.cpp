// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/phrase_search.h"

#include <algorithm>
#include <vector>

#include "searcher/match/among.h"
#include "searcher/ranking/tie_order.h"

namespace dateline {
namespace {

using Docids = std::vector<Xapian::docid>;
using Xapian::Query;

struct FirstMatches {
    Docids docids;
    double looked_through = 0;  ///< articles of the archives, matches or not

    /// How many there are in all, if the rest of the archives is like what was looked through.
    double expected(const Archives& archives) const {
        return static_cast<double>(docids.size()) * static_cast<double>(archives.articles()) /
               looked_through;
    }
};

/// Matches in the order of the index, so many at most; their scores are not looked at.
FirstMatches first_matches(const Archives& archives, const Query& query, std::uint64_t most) {
    FirstMatches found;
    for (std::size_t i = 0; i < archives.each().size(); ++i) {
        const Xapian::Database& database = archives.each()[i].database;
        Xapian::Enquire enquire(database);
        enquire.set_query(query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        const auto left = static_cast<Xapian::doccount>(
            std::min<std::uint64_t>(most - found.docids.size(), database.get_doccount()));
        if (left == 0) continue;
        const Xapian::MSet matches = enquire.get_mset(0, left);
        for (auto match = matches.begin(); match != matches.end(); ++match)
            found.docids.push_back(archives.docid_of(i, *match));
        found.looked_through += matches.size() < left ? database.get_doccount() : *matches.back();
    }
    return found;
}

/// The first `number` and those that are equal to the last of these. Behind them may be others of
/// which not all equals are there.
Docids first_with_ties(const Xapian::MSet& found, std::uint64_t number) {
    Docids docids;
    double last = 0;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
        const double score = rounded_score(hit.get_weight());
        if (docids.size() >= number && score != last) break;
        docids.push_back(*hit);
        last = score;
    }
    return docids;
}

}  // namespace

BestFound best_with_phrases(const SearchPlan& plan, std::uint64_t number, std::uint64_t bound) {
    const Query query = plan.narrowed(plan.compiler.all(), plan.dated_filter);
    const Query proposed = plan.narrowed(plan.compiler.proposed(), plan.dated_filter);
    const FirstMatches first = first_matches(plan.archives, query, bound + 1);
    if (first.docids.size() <= bound)
        return {scored_articles(asked_among(plan, proposed, first.docids)),
                {first.docids.size(), true}};
    Xapian::Enquire enquire(plan.database);
    enquire.set_query(proposed);
    enquire.set_weighting_scheme(plan.compiler.weighting().xapian());
    // As many as should have the number, and half as many more.
    const double have_it =
        first.expected(plan.archives) / enquire.get_mset(0, 0).get_matches_estimated();
    const double first_asked = 1.5 * static_cast<double>(number) / std::min(1.0, have_it);
    for (std::uint64_t asked = static_cast<std::uint64_t>(first_asked) + 1;; asked *= 3) {
        const std::uint64_t most = std::min<std::uint64_t>(asked, plan.database.get_doccount());
        const Xapian::MSet best = best_with_ties(enquire, most, 0, nullptr);
        const Xapian::MSet found = asked_among(plan, query, first_with_ties(best, most));
        if (found.size() >= number || best.size() < asked)
            return {scored_articles(found), {bound, false}};
    }
}

}  // namespace dateline
