// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search.h"

#include "common/stored_article.h"
#include "searcher/advice/left_out.h"
#include "searcher/advice/search_notes.h"
#include "searcher/archives/archive_names.h"
#include "searcher/archives/with_archives.h"
#include "searcher/counts/facets.h"
#include "searcher/hits/hits.h"
#include "searcher/match/search_plan.h"
#include "searcher/query/describe.h"
#include "searcher/ranking/explain.h"
#include "searcher/ranking/ranked_list.h"

namespace dateline {
namespace {

/// What was asked and understood.
SearchResult understood(const SearchPlan& plan, const SearchRequest& request) {
    SearchResult result;
    result.query = request.query;
    result.understood = to_string(plan.question);
    if (request.explain) result.tree = describe_tree(plan.question);
    result.notes = plan.question.notes;
    result.articles = plan.archives.articles();
    result.offset = request.offset;
    return result;
}

void add_hits(const SearchPlan& plan, const SearchRequest& request, const RankedList& list,
              FileCheck& files, SearchResult& result) {
    for (const ListedArticle& article : list.articles) {
        Hit& hit = result.hits.emplace_back(make_hit(plan, request, article, files));
        hit.rank = request.offset + static_cast<std::uint32_t>(result.hits.size());
    }
}

SearchResult search_archives(const Archives& archives, const SearchRequest& request,
                             const Node& query) {
    const SearchPlan plan(archives, query, request.filters, request.days);
    const ListMode mode = list_mode(request, plan);
    const RankedList list = ranked_list(plan, request, mode);
    SearchResult result = understood(plan, request);
    result.all_words.number = list.all_words;
    result.some_words.number = list.some_words;
    if (request.counts.any())
        count_pile({plan.archives, plan.narrowed(matches(plan, mode), plan.dated_filter),
                    plan.dated_filter, plan.decider(), plan.compiler.weighting()},
                   request, result);
    FileCheck files;
    add_hits(plan, request, list, files, result);
    if (request.explain) {
        const auto parts = explain_scores(plan, mode, list.articles);
        for (std::size_t i = 0; i < parts.size(); ++i) result.hits[i].parts = parts[i];
    }
    add_search_notes(plan, request, mode, list, result);
    if (auto note = files.note()) result.notes.push_back(std::move(*note));
    if (listed(result).number == 0) result.without = worth_leaving_out(archives, request, query);
    return result;
}

}  // namespace

SearchResult search(const std::vector<NamedFolder>& archives, const SearchRequest& request) {
    const Node query = parse_query(request.query, request.today);
    SearchResult result;
    const std::vector<ArchiveReport> reports = with_archives(archives, [&](const Archives& opened) {
        result = search_archives(opened, request, query);
    });
    tell_archives(reports, result);
    return result;
}

SearchResult search(const std::string& index, const SearchRequest& request) {
    return search(named({index}), request);
}

std::vector<ScoredId> rank(const std::vector<NamedFolder>& archives, const SearchRequest& request,
                           const Node& query) {
    std::vector<ScoredId> ids;
    with_archives(archives, [&](const Archives& opened) {
        ids.clear();
        const SearchPlan plan(opened, query, request.filters, request.days);
        for (const ListedArticle& listed :
             ranked_list(plan, request, list_mode(request, plan)).articles) {
            const auto document = opened.all().get_document(listed.ranked.docid);
            ids.push_back({decode_display(document.get_data()).id, listed.ranked.score});
        }
    });
    return ids;
}

}  // namespace dateline
