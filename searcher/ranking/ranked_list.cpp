// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/ranked_list.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/fields.h"
#include "searcher/match/bm25.h"
#include "searcher/ranking/feedback.h"
#include "searcher/ranking/query_shape.h"
#include "searcher/ranking/tie_order.h"

namespace dateline {
namespace {

using Xapian::Query;

/// Hits first..first + number of a query.
struct Slice {
    std::uint64_t first = 0;
    std::uint64_t number = 0;
};

/// Asks for one list, in the order that the request wants.
class Lister {
public:
    Lister(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode)
        : plan_(plan), request_(request), mode_(mode), oldest_(!mode.has_scores) {}

    RankedList run() {
        list_.full = add(plan_.narrowed(full_matches(plan_, mode_), plan_.dated_filter),
                         {request_.offset, request_.limit}, true);
        if (mode_.in_tiers)
            add_partial();
        else if (mode_.any_words && plan_.compiler.has_optional_parts())
            tell_full_ones();
        return std::move(list_);
    }

private:
    /// The second tier, if the first one does not fill the page. Where the page ends with the
    /// first, it is counted, so that one knows of the next page.
    void add_partial() {
        const std::uint64_t wanted = std::uint64_t{request_.offset} + request_.limit;
        if (list_.full > wanted) return list_.partial.reset();
        const Query rest =
            plan_.narrowed(Query(Query::OP_AND_NOT, plan_.compiler.any(), plan_.compiler.all()),
                           plan_.dated_filter);
        const std::uint64_t first = request_.offset > list_.full ? request_.offset - list_.full : 0;
        const std::uint64_t number = wanted - std::max<std::uint64_t>(list_.full, request_.offset);
        list_.partial = number == 0 ? plan_.count(rest) : add(rest, {first, number}, false);
    }

    /// With --any: which of the hits have all of the query all the same, and how many there are.
    void tell_full_ones() {
        const std::uint64_t found = list_.full;
        std::map<Xapian::docid, ListedArticle*> page;
        for (ListedArticle& article : list_.articles) {
            article.full = false;
            page.emplace(article.ranked.docid, &article);
        }
        Xapian::Enquire enquire(plan_.database);
        enquire.set_query(plan_.narrowed(plan_.compiler.all(), plan_.dated_filter));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        const Xapian::doccount articles = plan_.database.get_doccount();
        const Xapian::MSet full = enquire.get_mset(0, articles, articles, nullptr, plan_.decider());
        for (auto at = full.begin(); at != full.end(); ++at)
            if (const auto hit = page.find(*at); hit != page.end()) hit->second->full = true;
        list_.full = full.size();
        list_.partial = found - list_.full;
    }

    /// Appends a page of a query; returns how many articles it matches. What puts hits in order
    /// again sees the same best ones on every page.
    std::uint64_t add(const Query& query, const Slice& slice, bool full) {
        Xapian::Enquire enquire(plan_.database);
        enquire.set_query(query);
        enquire.set_weighting_scheme(Xapian::BM25Weight(bm25::k1, 0, 0, bm25::b, 0));
        sort(enquire);
        const std::uint64_t end = slice.first + slice.number;
        const std::uint64_t depth =
            mode_.reorders() ? std::max<std::uint64_t>(rerank_depth, end) : end;
        Xapian::MSet found = ask(enquire, depth);
        std::vector<Ranked> ranked = put_in_order(found);
        if (const Query wider = mode_.topic ? widened(ranked) : Query(); !wider.empty()) {
            enquire.set_query(plan_.narrowed(wider, plan_.dated_filter));
            found = ask(enquire, depth);
            ranked = put_in_order(found);
        }
        if (mode_.topic) smooth(plan_.database, ranked);
        if (mode_.prefers_recent)
            add_recency(plan_.database, {request_.recent_half_life_days, request_.today}, ranked);
        for (std::uint64_t i = slice.first; i < std::min<std::uint64_t>(ranked.size(), end); ++i)
            list_.articles.push_back({ranked[i], full});
        // All articles were looked at, so the lower bound is the number; the estimate is not exact
        // where a decider took part.
        return found.get_matches_lower_bound();
    }

    Xapian::MSet ask(const Xapian::Enquire& enquire, std::uint64_t number) const {
        const Xapian::doccount articles = plan_.database.get_doccount();
        if (mode_.has_scores && !request_.count_only)
            return best_with_ties(enquire, std::min<std::uint64_t>(number, articles), articles,
                                  plan_.decider());
        const std::uint64_t shown = request_.count_only ? 0 : number;
        return enquire.get_mset(
            0, static_cast<Xapian::doccount>(std::min<std::uint64_t>(shown, articles)), articles,
            nullptr, plan_.decider());
    }

    std::vector<Ranked> put_in_order(const Xapian::MSet& found) const {
        std::vector<Ranked> ranked = stage_one(found);
        if (mode_.has_scores)
            order_ties(plan_.database, ranked, request_.sort == SortOrder::oldest);
        if (mode_.reranks)
            rerank(plan_.database, query_shape(plan_.database, plan_.compiler), ranked);
        return ranked;
    }

    Query widened(const std::vector<Ranked>& best) const {
        const QueryShape shape = query_shape(plan_.database, plan_.compiler);
        return with_feedback(plan_.database, plan_.compiler,
                             feedback_terms(plan_.database, shape, best));
    }

    void sort(Xapian::Enquire& enquire) {
        if (!mode_.by_date) return;
        if (request_.sort == SortOrder::oldest)
            enquire.set_sort_by_key_then_relevance(&oldest_, false);
        else
            enquire.set_sort_by_value_then_relevance(mode_.has_scores ? first_day_slot : order_slot,
                                                     true);
    }

    const SearchPlan& plan_;
    const SearchRequest& request_;
    const ListMode& mode_;
    OldestFirst oldest_;
    RankedList list_;
};

}  // namespace

ListMode list_mode(const SearchRequest& request, const Compiler& compiler) {
    ListMode mode;
    mode.has_scores = !compiler.stems().empty();
    mode.by_date = request.sort != SortOrder::relevance || !mode.has_scores;
    const bool ranks = !mode.by_date && !request.count_only;
    mode.reranks = request.rerank && ranks;
    mode.prefers_recent = request.recent_half_life_days > 0 && ranks;
    mode.topic = request.topic && mode.reranks;
    // Topic search leaves the subject's own words behind, so it knows no tiers.
    mode.any_words = request.tiers == Tiers::any || mode.topic;
    mode.in_tiers = request.tiers == Tiers::all_then_some && !mode.topic && ranks &&
                    compiler.has_optional_parts();
    return mode;
}

Query full_matches(const SearchPlan& plan, const ListMode& mode) {
    return mode.any_words ? plan.compiler.any() : plan.compiler.all();
}

RankedList ranked_list(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode) {
    return Lister(plan, request, mode).run();
}

}  // namespace dateline
