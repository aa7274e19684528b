// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search.h"

#include <fmt/format.h>

#include "common/counted.h"
#include "common/error.h"
#include "common/stored_article.h"
#include "searcher/advice/left_out.h"
#include "searcher/advice/search_notes.h"
#include "searcher/archives/archive_names.h"
#include "searcher/archives/find_article.h"
#include "searcher/archives/with_archives.h"
#include "searcher/counts/facets.h"
#include "searcher/gather/gather.h"
#include "searcher/hits/hits.h"
#include "searcher/match/search_plan.h"
#include "searcher/other_machines.h"
#include "searcher/pile/folded_list.h"
#include "searcher/query/describe.h"
#include "searcher/query/in_words.h"
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

/// The page of the list. Articles that are gathered around a subject have their own order.
FoldedList page_of(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode,
                   CopyFinder& copies, const std::optional<Gathered>& gathered) {
    FoldedList page;
    if (!gathered || mode.has_scores) {
        page = folded_list(plan, request, mode, copies);
    } else {
        SearchRequest all = request;
        all.offset = 0;
        all.limit = no_limit;
        page = folded_list(plan, all, mode, copies);
        put_in_order(*gathered, page.list.articles);
        page.more = keep_page(request, page.list.articles);
    }
    tell_lacking(plan, mode, page.list.articles);
    return page;
}

/// What other machines have of the page is asked for at once.
void expect_hits(const SearchPlan& plan, const SearchRequest& request, const RankedList& list) {
    std::vector<Xapian::docid> docids;
    for (const ListedArticle& article : list.articles) docids.push_back(article.ranked.docid);
    plan.archives.expect_documents(docids);
    if (request.with_passages) plan.archives.expect_texts(docids);
}

void add_hits(const SearchPlan& plan, const SearchRequest& request, const RankedList& list,
              CopyFinder& copies, const std::optional<Gathered>& gathered, SearchResult& result) {
    FileCheck files;
    expect_hits(plan, request, list);
    for (const ListedArticle& article : list.articles) {
        Hit& hit = result.hits.emplace_back(make_hit(plan, request, article, files));
        hit.rank = request.offset + static_cast<std::uint32_t>(result.hits.size());
        if (!article.copies.empty()) hit.copies = hit_copies(plan.archives, copies, article);
        if (!gathered) continue;
        tell(*gathered, article.ranked.docid, hit);
        if (request.explain) hit.reasons = reasons_of(*gathered, article.ranked.docid);
    }
    if (auto note = files.note()) result.notes.push_back(std::move(*note));
}

/// A request with what it names looked up.
struct Asked {
    SearchRequest request;
    Node query;
    std::optional<Xapian::docid> subject;  ///< nothing where words are the subject, or nothing is
    std::optional<std::vector<Xapian::docid>> only = {};  ///< no others are asked for
};

/// The hit of that number, as the list shows it. Throws Error if there is none.
Xapian::docid numbered_hit(const Archives& archives, const SearchRequest& request,
                           const Node& query, std::uint32_t number) {
    SearchRequest one = request;
    one.offset = number - 1;
    one.limit = 1;
    one.count_only = false;
    one.copies = CopyMode::fold;
    CopyFinder copies(archives);
    const SearchPlan plan(archives, query, request.filters, request.days);
    const FoldedList page = folded_list(plan, one, list_mode(one, plan), copies);
    if (page.list.articles.empty())
        throw Error(fmt::format("there is no hit {}", number),
                    "run the search without --story-of to see the hits", 1);
    return page.list.articles.front().ranked.docid;
}

/// Words that name the subject as one of their hits are used up with that, and their filters.
Asked look_up(const Archives& archives, const SearchRequest& request, const Node& query) {
    if (!request.subject) return {request, query, {}};
    if (const std::uint32_t number = request.subject->hit; number > 0) {
        Asked asked{request, {}, numbered_hit(archives, request, query, number)};
        asked.request.query.clear();
        asked.request.filters.clear();
        asked.request.days = {};
        asked.request.sort = SortOrder::oldest;
        asked.request.some_words = false;
        return asked;
    }
    const std::vector<Xapian::docid> found = find_article(archives, request.subject->article);
    return {request, query, found.empty() ? std::nullopt : std::optional(found.front())};
}

/// Which articles alone are asked for: those of the subject; where copies count once, one of each
/// text.
struct Chosen {
    std::optional<Gathered> gathered;
    std::optional<std::vector<Xapian::docid>> only;
};

Chosen choose(const Archives& archives, const Asked& asked, CopyFinder& copies) {
    const SearchRequest& request = asked.request;
    Chosen made{{}, asked.only};
    if (request.subject) {
        made.gathered =
            gather({archives, copies, request.with_passages}, *request.subject, asked.subject);
        made.only = made.gathered->articles;
    }
    const bool counts_texts = request.counts.any()
                                  ? request.counts.texts
                                  : request.count_only && request.copies != CopyMode::show;
    if (!counts_texts) return made;
    const SearchPlan plan(archives, asked.query, request.filters, request.days, made.only);
    made.only = one_of_each_text(plan, request, copies);
    return made;
}

/// Articles that are related to a story, narrowed as it is.
void add_related(const Archives& archives, const SearchRequest& request, const Node& query,
                 const Gathered& gathered, SearchResult& result) {
    constexpr std::uint32_t most = 5;
    if (gathered.related.empty() || request.count_only) return;
    SearchRequest few = request;
    few.with_passages = false;
    const SearchPlan plan(archives, query, request.filters, request.days, gathered.related);
    const ListMode mode = list_mode(few, plan);
    few.offset = 0;
    few.limit = no_limit;
    FileCheck files;
    const RankedList list = ranked_list(plan, few, mode);
    for (const Xapian::docid docid : gathered.related)
        for (const ListedArticle& article : list.articles)
            if (article.ranked.docid == docid && result.related.size() < most) {
                result.related.push_back(make_hit(plan, few, article, files));
                tell(gathered, docid, result.related.back());
            }
}

SearchResult search_archives(const Archives& archives, const Asked& asked) {
    const SearchRequest& request = asked.request;
    const Node& query = asked.query;
    CopyFinder copies(archives);
    const Chosen chosen = choose(archives, asked, copies);
    const SearchPlan plan(archives, query, request.filters, request.days, chosen.only);
    const ListMode mode = list_mode(request, plan);
    const FoldedList page = page_of(plan, request, mode, copies, chosen.gathered);
    SearchResult result = understood(plan, request);
    result.read_as = in_words(query);
    result.all_words = page.list.all_words;
    result.some_words = page.list.some_words;
    result.texts = page.texts;
    result.more = page.more;
    if (copies.was_cut())
        result.notes.push_back(fmt::format("a text has more than {} copies; the rest is not told",
                                           grouped(CopyFinder::most_members)));
    result.only_copied = request.copies == CopyMode::only && !request.count_only;
    ListMode counted = mode;
    counted.some_words = mode.some_words && !request.counts.all_words;
    if (request.counts.any())
        count_pile({plan.archives, plan.narrowed(matches(plan, counted), plan.dated_filter),
                    plan.dated_filter, plan.decider(), plan.compiler.weighting()},
                   request, result);
    add_hits(plan, request, page.list, copies, chosen.gathered, result);
    if (request.explain) {
        const auto parts = explain_scores(plan, mode, page.list.articles);
        for (std::size_t i = 0; i < parts.size(); ++i) result.hits[i].parts = parts[i];
    }
    if (chosen.gathered) {
        result.coverage = chosen.gathered->coverage;
        add_related(archives, request, query, *chosen.gathered, result);
    }
    add_search_notes(plan, request, mode, page.list, result);
    if (listed(result).number == 0 && !request.subject)
        result.without = worth_leaving_out(archives, request, query);
    return result;
}

/// As asked; a list whose matches are too many to be checked all comes without their exact number.
SearchResult counted_if_possible(const Archives& archives, const Asked& asked) {
    const SearchRequest& request = asked.request;
    if (request.count_only || request.counts.any()) return search_archives(archives, asked);
    try {
        return search_archives(archives, asked);
    } catch (const CostlyQuery& error) {
        Asked bounded = asked;
        bounded.request.counting = Counting::bounded;
        SearchResult result = search_archives(archives, bounded);
        result.notes.push_back(fmt::format("not all matches are counted: {}", error.what()));
        return result;
    }
}

}  // namespace

SearchResult search(const std::vector<NamedFolder>& archives, const SearchRequest& typed) {
    std::vector<NamedFolder> chosen = archives;
    SearchRequest request = typed;
    choose_archives(chosen, request);
    const Node query = parse_query(request.query, request.today);
    SearchResult result;
    bool found = true;
    const std::vector<ArchiveReport> reports = with_archives(chosen, [&](const Archives& opened) {
        const SearchRequest suited = suited_to(opened, request);
        const Asked asked = look_up(opened, suited, query);
        found =
            !request.subject || asked.subject || request.subject->kind == SubjectKind::quotation;
        if (found) result = counted_if_possible(opened, asked);
    });
    if (!found) tell_missing(request.subject->article, reports);
    tell_archives(reports, result);
    return result;
}

SearchResult search_these(const Archives& archives, const SearchRequest& request, const Node& query,
                          const std::vector<Xapian::docid>& only) {
    return counted_if_possible(archives, {request, query, {}, only});
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
