// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/ranked_list.h"

#include <algorithm>
#include <utility>

#include "common/fields.h"
#include "searcher/match/conditions.h"
#include "searcher/match/lacking_words.h"
#include "searcher/query/operators.h"
#include "searcher/ranking/feedback.h"
#include "searcher/ranking/phrase_search.h"
#include "searcher/ranking/query_shape.h"
#include "searcher/ranking/tie_order.h"
#include "searcher/ranking/word_search.h"

namespace dateline {
namespace {

using Xapian::Query;

std::uint64_t end_of_page(const SearchRequest& request) {
    return std::uint64_t{request.offset} + request.limit;
}

/// Asks for one list, in the order that the request wants.
class Lister {
public:
    Lister(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode)
        : plan_(plan), request_(request), mode_(mode), oldest_(!mode.has_scores) {}

    RankedList run() {
        RankedList list;
        list.all_words = add_page(list.articles);
        if (!mode_.some_words || !plan_.compiler.has_optional_parts()) return list;
        const MatchCount found = std::exchange(
            list.all_words,
            plan_.count(plan_.narrowed(plan_.compiler.all(), plan_.dated_filter), mode_.bound));
        list.some_words = {found.number - std::min(found.number, list.all_words.number),
                           found.exact && list.all_words.exact};
        return list;
    }

private:
    /// Returns how many articles match. What puts hits in order again sees the same best ones on
    /// every page.
    MatchCount add_page(std::vector<ListedArticle>& page) {
        const std::uint64_t number =
            mode_.reorders() ? std::max<std::uint64_t>(rerank_depth, end_) : end_;
        const BestFound found = best(number);
        const std::vector<Ranked> ranked = put_in_order(found.best);
        for (std::uint64_t i = request_.offset; i < std::min<std::uint64_t>(ranked.size(), end_);
             ++i)
            page.push_back({ranked[i], {}, {}});
        return found.matches;
    }

    /// Whether all that is listed has a phrase that Xapian looks for by itself.
    bool phrases_decide() const {
        return mode_.bound != no_bound && !plan_.checks && asks_for_places(plan_.question) &&
               !(mode_.some_words && plan_.compiler.has_optional_parts());
    }

    BestFound best(std::uint64_t number) {
        // Posting lists of other machines would come here whole.
        if (plan_.archives.any_remote() || !mode_.has_scores || mode_.by_date ||
            request_.count_only)
            return best_by_xapian(number);
        if (phrases_decide()) return best_with_phrases(plan_, number, mode_.bound);
        auto found = best_with_words(plan_, mode_.some_words, number, mode_.bound);
        return found ? std::move(*found) : best_by_xapian(number);
    }

    /// As other machines can be asked for them: those with a day, then the others.
    BestFound oldest_in_two_lists(std::uint64_t number) {
        BestFound all;
        all.matches = {0, true};
        const Query every = plan_.narrowed(matches(plan_, mode_), plan_.dated_filter);
        for (const bool dated : {true, false}) {
            Xapian::Enquire enquire(plan_.database);
            enquire.set_query(
                Query(dated ? Query::OP_AND_NOT : Query::OP_FILTER, every, undated_query()));
            enquire.set_weighting_scheme(plan_.compiler.weighting().xapian());
            enquire.set_sort_by_value_then_relevance(mode_.has_scores ? first_day_slot : order_slot,
                                                     false);
            const Xapian::MSet found = ask(enquire, number);
            all.matches.number += found.get_matches_lower_bound();
            for (const ScoredArticle& article : scored_articles(found)) all.best.push_back(article);
        }
        return all;
    }

    BestFound best_by_xapian(std::uint64_t number) {
        if (plan_.archives.any_remote() && mode_.by_date && request_.sort == SortOrder::oldest)
            return oldest_in_two_lists(number);
        const Query query = plan_.narrowed(matches(plan_, mode_), plan_.dated_filter);
        Xapian::Enquire enquire(plan_.database);
        enquire.set_query(query);
        enquire.set_weighting_scheme(plan_.compiler.weighting().xapian());
        sort(enquire);
        const Xapian::MSet found = ask(enquire, number);
        // Of the articles that were looked at the lower bound is the number; the estimate is not
        // exact where a decider took part.
        const MatchCount known = counted_to(mode_.bound, found.get_matches_lower_bound());
        const bool all_seen = found.size() < number || !counts_apart() ||
                              found.get_matches_lower_bound() == found.get_matches_upper_bound();
        return {scored_articles(found),
                known.exact && !all_seen ? plan_.count(query, mode_.bound) : known};
    }

    /// Whether the best are found without looking at more: to count articles without scores is
    /// cheaper than to score them, where all that is asked are words, and often their posting lists
    /// alone say that there are more than are counted. (A range of days costs more than the scores,
    /// and would be looked at twice.)
    bool counts_apart() const {
        return mode_.reorders() && mode_.some_words && !plan_.dated_filter &&
               plan_.compiler.is_of_optional_parts();
    }

    Xapian::MSet ask(const Xapian::Enquire& enquire, std::uint64_t number) const {
        const Xapian::doccount articles = plan_.database.get_doccount();
        const Xapian::doccount looked_at =
            counts_apart()
                ? 0
                : static_cast<Xapian::doccount>(std::min<std::uint64_t>(mode_.bound + 1, articles));
        if (mode_.has_scores && !request_.count_only)
            return best_with_ties(enquire, std::min<std::uint64_t>(number, articles), looked_at,
                                  plan_.decider());
        const std::uint64_t shown = request_.count_only ? 0 : number;
        return enquire.get_mset(
            0, static_cast<Xapian::doccount>(std::min<std::uint64_t>(shown, articles)), looked_at,
            nullptr, plan_.decider());
    }

    std::vector<Ranked> put_in_order(const std::vector<ScoredArticle>& found) const {
        std::vector<Ranked> ranked = stage_one(found);
        expect_best(ranked);
        if (mode_.has_scores)
            order_ties(plan_.archives, ranked, request_.sort == SortOrder::oldest);
        if (!mode_.reorders()) return ranked;
        const QueryShape query = query_shape(plan_);
        if (mode_.prefers_recent)
            add_recency(plan_.archives, {request_.recent_half_life_days, request_.today}, ranked);
        if (mode_.reranks) rerank(plan_.archives, query, ranked);
        if (mode_.reranks) add_feedback(plan_.archives, query, ranked);
        return ranked;
    }

    /// What other machines have of them, up to the end of the page, is asked for at once.
    void expect_best(std::span<const Ranked> ranked) const {
        const std::uint64_t number = std::max<std::uint64_t>(rerank_depth, end_);
        std::vector<Xapian::docid> docids;
        for (const Ranked& hit : ranked.first(std::min<std::uint64_t>(ranked.size(), number)))
            docids.push_back(hit.docid);
        plan_.archives.expect_documents(docids);
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
    const std::uint64_t end_ = end_of_page(request_);
    OldestFirst oldest_;
};

/// Whether more articles with some of the words would have to be checked one by one than anybody
/// waits for, who sees ten.
bool takes_many_checks(const SearchPlan& plan) {
    constexpr std::uint64_t most_checked = 2000;
    if (!plan.checks || !plan.compiler.has_optional_parts()) return false;
    Query query = plan.compiler.any();
    if (plan.dated_filter) query = Query(Query::OP_FILTER, query, *plan.dated_filter);
    return !count_matches_to(most_checked, plan.archives, query, nullptr).exact;
}

/// Whoever asks for numbers gets them whole; a list by date has looked at all of its articles.
bool counts_all(const SearchRequest& request, const ListMode& mode) {
    return request.counting == Counting::all || request.count_only || request.counts.any() ||
           mode.by_date;
}

}  // namespace

ListMode list_mode(const SearchRequest& request, const SearchPlan& plan) {
    ListMode mode;
    mode.has_scores = !plan.compiler.words().empty();
    mode.by_date = request.sort != SortOrder::relevance || !mode.has_scores;
    const bool ranks = !mode.by_date && !request.count_only;
    mode.reranks = request.rerank && ranks;
    mode.prefers_recent = request.recent_half_life_days > 0 && ranks;
    mode.too_many = request.some_words && ranks && takes_many_checks(plan);
    mode.some_words = request.some_words && !mode.too_many;
    // A page knows that others follow.
    mode.bound = counts_all(request, mode)
                     ? no_bound
                     : std::max(request.counting == Counting::bounded
                                    ? most_counted
                                    : counting_bound(plan.archives.articles()),
                                end_of_page(request));
    return mode;
}

Query matches(const SearchPlan& plan, const ListMode& mode) {
    return mode.some_words ? plan.compiler.any() : plan.compiler.all();
}

RankedList ranked_list(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode) {
    return Lister(plan, request, mode).run();
}

void tell_lacking(const SearchPlan& plan, const ListMode& mode,
                  std::vector<ListedArticle>& articles) {
    if (!mode.some_words || !plan.compiler.has_optional_parts()) return;
    std::vector<Xapian::docid> docids;
    for (const ListedArticle& article : articles) docids.push_back(article.ranked.docid);
    std::vector<std::vector<std::string>> lacking = lacking_words(plan, docids);
    for (std::size_t i = 0; i < articles.size(); ++i) articles[i].lacking = std::move(lacking[i]);
}

}  // namespace dateline
