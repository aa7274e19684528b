// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "common/error.h"
#include "common/fields.h"
#include "common/index_store.h"
#include "common/stored_article.h"
#include "searcher/advice/asked_names.h"
#include "searcher/advice/missing_words.h"
#include "searcher/advice/suggestions.h"
#include "searcher/counts/facets.h"
#include "searcher/hits/hits.h"
#include "searcher/match/bm25.h"
#include "searcher/match/filters.h"
#include "searcher/match/position_check.h"
#include "searcher/query/index_words.h"
#include "searcher/ranking/explain.h"
#include "searcher/ranking/feedback.h"
#include "searcher/ranking/query_shape.h"
#include "searcher/ranking/rerank.h"

namespace dateline {
namespace {

using Xapian::Query;

/// One search of one opened index. What it finds is complete or thrown away.
class Search {
public:
    Search(const Xapian::Database& database, const SearchRequest& request, const Node& query)
        : database_(database),
          request_(request),
          query_(query),
          info_(read_info(database)),
          words_(database, info_.languages),
          question_(resolve_query(query, words_)),
          compiler_(database, question_, info_.languages) {
        if (needs_positions(question_)) check_.emplace(database, question_);
    }

    SearchResult run() {
        result_.query = request_.query;
        result_.understood = to_string(question_);
        if (request_.explain) result_.tree = describe_tree(question_);
        result_.articles = info_.articles;
        result_.offset = request_.offset;
        make_filters();
        find();
        if (request_.counts.any())
            count_pile({database_, filtered(question(), filter_), filter_, check()}, request_,
                       result_);
        add_hits();
        note_what_was_left_out();
        if (listed(result_).number == 0) suggest();
        return std::move(result_);
    }

    /// Articles with all of the query.
    std::uint64_t count_matches() {
        make_filters();
        return count(filtered(question(), filter_));
    }

    std::vector<ScoredId> rank() {
        make_filters();
        find();
        std::vector<ScoredId> ids;
        for (const Found& hit : found_)
            ids.push_back({decode_display(database_.get_document(hit.ranked.docid).get_data()).id,
                           hit.ranked.score});
        return ids;
    }

private:
    struct Found {
        Ranked ranked;
        bool full = true;
    };

    /// Topic search leaves the subject's own words behind, so it knows no tiers.
    bool ranks_by_any() const { return request_.tiers == Tiers::any || topic(); }
    bool topic() const { return request_.topic && reranks(); }
    bool reranks() const { return request_.rerank && !by_date() && !request_.count_only; }
    /// What the count of full matches counts.
    Query question() const { return ranks_by_any() ? compiler_.any() : compiler_.all(); }
    bool by_date() const { return request_.sort != SortOrder::relevance; }
    bool prefers_recent() const {
        return request_.recent_half_life_days > 0 && !by_date() && !request_.count_only;
    }
    /// Whether the best of stage 1 are put in order again.
    bool reorders() const { return reranks() || prefers_recent(); }
    /// Whether articles with some of the words follow behind those with all.
    bool in_tiers() const {
        return request_.tiers == Tiers::all_then_some && !topic() && !by_date() &&
               !request_.count_only && compiler_.has_optional_parts();
    }

    void make_filters() {
        for (const FieldFilter& filter : request_.filters) {
            filters_.push_back(read_filter(filter, words_, question_.notes));
            std::vector<Query> values;
            for (const Matcher& value : filters_.back().values)
                values.push_back(compiler_.condition(value));
            add_filter(Query(Query::OP_OR, values.begin(), values.end()));
        }
        undated_filter_ = filter_;
        if (request_.days != DateRange{}) add_filter(date_query(request_.days));
    }

    void add_filter(const Query& query) {
        filter_ = filter_ ? Query(Query::OP_AND, *filter_, query) : query;
    }

    /// A filter that nothing passes is an empty query; no filter is none at all.
    static Query filtered(const Query& query, const std::optional<Query>& filter) {
        return filter ? Query(Query::OP_FILTER, query, *filter) : query;
    }

    void find() {
        result_.in_tiers = in_tiers();
        const std::uint64_t found =
            list(filtered(question(), filter_), request_.offset, request_.limit, true);
        result_.full.number = found;
        if (in_tiers()) return find_partial();
        if (!ranks_by_any() || !compiler_.has_optional_parts()) return;
        result_.full.number = count(filtered(compiler_.all(), filter_));
        result_.partial->number = found - result_.full.number;
    }

    /// The second tier, if the first one does not fill the page. Where the page ends with the
    /// first, it is counted, so that one knows of the next page.
    void find_partial() {
        const std::uint64_t full = result_.full.number;
        const std::uint64_t wanted = std::uint64_t{request_.offset} + request_.limit;
        if (full > wanted) return result_.partial.reset();
        const Query rest =
            filtered(Query(Query::OP_AND_NOT, compiler_.any(), compiler_.all()), filter_);
        const std::uint64_t offset = request_.offset > full ? request_.offset - full : 0;
        const std::uint64_t limit = wanted - std::max<std::uint64_t>(full, request_.offset);
        result_.partial->number = limit == 0 ? count(rest) : list(rest, offset, limit, false);
    }

    /// Appends hits offset..offset + limit of a query; returns how many articles it matches. What
    /// puts hits in order again sees the same best ones on every page.
    std::uint64_t list(const Query& query, std::uint64_t offset, std::uint64_t limit, bool full) {
        Xapian::Enquire enquire(database_);
        enquire.set_query(query);
        enquire.set_weighting_scheme(Xapian::BM25Weight(bm25::k1, 0, 0, bm25::b, 0));
        Xapian::MultiValueKeyMaker oldest;
        sort(enquire, oldest);
        const Xapian::doccount articles = database_.get_doccount();
        const auto clamp = [&](std::uint64_t number) {
            return static_cast<Xapian::doccount>(std::min<std::uint64_t>(number, articles));
        };
        const std::uint64_t first = reorders() ? 0 : offset;
        const std::uint64_t most =
            reorders() ? std::max<std::uint64_t>(rerank_depth, offset + limit) : limit;
        const auto ask = [&] {
            return enquire.get_mset(clamp(first), request_.count_only ? 0 : clamp(most), articles,
                                    nullptr, check());
        };
        Xapian::MSet found = ask();
        std::vector<Ranked> ranked = put_in_order(found);
        if (const Query wider = topic() ? widened(ranked) : Query(); !wider.empty()) {
            enquire.set_query(filtered(wider, filter_));
            found = ask();
            ranked = put_in_order(found);
        }
        if (topic()) smooth(database_, ranked);
        if (prefers_recent())
            add_recency(database_, {request_.recent_half_life_days, request_.today}, ranked);
        const auto end = std::min<std::uint64_t>(ranked.size(), offset - first + limit);
        for (std::uint64_t i = offset - first; i < end; ++i) found_.push_back({ranked[i], full});
        // All articles were looked at, so the lower bound is the number; the estimate is not exact
        // where a decider took part.
        return found.get_matches_lower_bound();
    }

    std::vector<Ranked> put_in_order(const Xapian::MSet& found) const {
        std::vector<Ranked> ranked = stage_one(found);
        if (reranks()) rerank(database_, query_shape(database_, compiler_), ranked);
        return ranked;
    }

    Query widened(const std::vector<Ranked>& best) const {
        const QueryShape shape = query_shape(database_, compiler_);
        return with_feedback(database_, compiler_, feedback_terms(database_, shape, best));
    }

    void sort(Xapian::Enquire& enquire, Xapian::MultiValueKeyMaker& oldest) const {
        switch (request_.sort) {
            case SortOrder::relevance:
                return;
            case SortOrder::newest:
                return enquire.set_sort_by_value_then_relevance(first_day_slot, true);
            case SortOrder::oldest:
                oldest.add_value(first_day_slot, false, "99999999");  // the undated last
                return enquire.set_sort_by_key_then_relevance(&oldest, false);
        }
    }

    void add_hits() {
        const HitContext context{database_,         request_, question_,
                                 compiler_.stems(), roots(),  files_};
        for (const Found& hit : found_) {
            Hit made = make_hit(context, hit.ranked.docid, hit.ranked.score);
            if (request_.explain)
                made.parts = explain_score(database_, hit.ranked, compiler_.stems());
            made.rank = request_.offset + static_cast<std::uint32_t>(result_.hits.size()) + 1;
            made.full = hit.full;
            result_.hits.push_back(std::move(made));
        }
        if (ranks_by_any() && compiler_.has_optional_parts()) mark_full_matches();
    }

    /// With --any: which of the hits have all of the query all the same.
    void mark_full_matches() {
        std::vector<Query> ids;
        for (const Hit& hit : result_.hits) ids.emplace_back(make_term(id_prefix, hit.article.id));
        Xapian::Enquire enquire(database_);
        enquire.set_query(
            Query(Query::OP_AND, Query(Query::OP_OR, ids.begin(), ids.end()), compiler_.all()));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        const auto most = static_cast<Xapian::doccount>(ids.size());
        const Xapian::MSet full = enquire.get_mset(0, most, nullptr, check());
        const std::set<Xapian::docid> docids(full.begin(), full.end());
        for (std::size_t i = 0; i < found_.size(); ++i)
            result_.hits[i].full = docids.contains(found_[i].ranked.docid);
    }

    std::map<std::uint32_t, std::string> roots() const {
        std::map<std::uint32_t, std::string> paths;
        for (const Root& root : info_.roots) paths[root.number] = root.path;
        return paths;
    }

    std::uint64_t count(const Query& query) const {
        Xapian::Enquire enquire(database_);
        enquire.set_query(query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        return enquire.get_mset(0, 0, database_.get_doccount(), nullptr, check())
            .get_matches_lower_bound();
    }

    const Xapian::MatchDecider* check() const { return check_ ? &*check_ : nullptr; }

    void note_what_was_left_out() {
        result_.notes = question_.notes;
        if (!question_.stop_words.empty())
            result_.notes.push_back(
                fmt::format("left out as too common: {} (quote a phrase to keep them)",
                            fmt::join(question_.stop_words, ", ")));
        note_missing_words();
        note_undated();
        note_idle_options();
        note_old();
        if (auto note = files_.note()) result_.notes.push_back(std::move(*note));
    }

    void note_idle_options() {
        if (!by_date() || found_.empty()) return;
        if (request_.topic)
            result_.notes.emplace_back("--topic changed nothing: the list is by date");
        if (request_.recent_half_life_days > 0)
            result_.notes.emplace_back("--recent changed nothing: the list is by date");
    }

    /// In an archive that ends years ago --recent would be silent, and do nothing.
    void note_old() {
        constexpr double least = 0.01;  // of the score
        if (!prefers_recent() || found_.empty()) return;
        const bool old = std::ranges::all_of(
            found_, [](const Found& hit) { return hit.ranked.recency < least * hit.ranked.score; });
        if (old)
            result_.notes.push_back(
                "--recent changed nothing: all of these are too old for it; "
                "give it more days, such as --recent=3650");
    }

    void note_missing_words() {
        WordCounts counts;
        for (const ScoredStem& stem : compiler_.stems()) {  // several of a word, one a language
            std::uint32_t& most = counts[stem.typed];
            most = std::max(most, database_.get_termfreq(make_term(stem_prefix, stem.stem)));
        }
        result_.missing = missing_words(counts, words_);
        NamesFound names =
            look_up(asked_names(filters_, question_), {database_, words_, compiler_});
        std::ranges::move(names.missing, std::back_inserter(result_.missing));
        std::ranges::move(names.notes, std::back_inserter(result_.notes));
        if (listed(result_).number > 0)  // else said in place of hits
            for (const MissingWord& missing : result_.missing)
                result_.notes.push_back(to_string(missing));
        std::ranges::move(rare_words(counts, words_), std::back_inserter(result_.notes));
    }

    /// How many would match without a filter or a word.
    void suggest() {
        for (const RelaxedSearch& relaxed : relaxed_searches(request_, query_)) {
            try {
                const auto articles =
                    Search(database_, relaxed.request, relaxed.query).count_matches();
                if (articles > 0) result_.without.push_back({relaxed.left_out, articles});
            } catch (const Error&) {
                // What is left over is no query.
            }
        }
        std::ranges::stable_sort(result_.without, std::ranges::greater{}, &LeftOut::articles);
    }

    void note_undated() {
        if (request_.days == DateRange{}) return;
        const bool some = result_.in_tiers && result_.partial && result_.partial->number > 0;
        const Query undated =
            Query(Query::OP_AND_NOT, some ? compiler_.any() : question(), stated_query("date"));
        result_.undated_left_out = count(filtered(undated, undated_filter_));
        if (result_.undated_left_out == 1)
            result_.notes.push_back("1 article without a date was left out by the date filter");
        else if (result_.undated_left_out > 1)
            result_.notes.push_back(
                fmt::format("{} articles without a date were left out by the date filter",
                            result_.undated_left_out));
    }

    const Xapian::Database& database_;
    const SearchRequest& request_;
    const Node& query_;
    IndexInfo info_;
    IndexWords words_;
    Question question_;
    Compiler compiler_;
    std::optional<PositionCheck> check_;  ///< only if the question asks what Xapian cannot decide
    std::vector<ReadFilter> filters_;
    std::optional<Query> filter_;
    std::optional<Query> undated_filter_;  ///< the filters without the days
    std::vector<Found> found_;
    FileCheck files_;
    SearchResult result_;
};

}  // namespace

SearchResult search(const std::string& index, const SearchRequest& request) {
    const Node query = parse_query(request.query, request.today);
    SearchResult result;
    with_index(index, [&](const Xapian::Database& database) {
        result = Search(database, request, query).run();
    });
    return result;
}

std::vector<ScoredId> rank(const std::string& index, const SearchRequest& request,
                           const Node& query) {
    std::vector<ScoredId> ids;
    with_index(index, [&](const Xapian::Database& database) {
        ids = Search(database, request, query).rank();
    });
    return ids;
}

}  // namespace dateline
