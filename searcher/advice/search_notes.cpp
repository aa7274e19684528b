// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/search_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "common/counted.h"
#include "searcher/advice/asked_names.h"
#include "searcher/advice/missing_words.h"
#include "searcher/match/conditions.h"

namespace dateline {
namespace {

using Notes = std::vector<std::string>;

void note_stop_words(const Question& question, Notes& notes) {
    if (!question.stop_words.empty())
        notes.push_back(fmt::format("left out as too common: {} (quote a phrase to keep them)",
                                    fmt::join(question.stop_words, ", ")));
}

/// The words of the question, as typed.
WordCounts word_counts(const SearchPlan& plan) {
    WordCounts counts;
    for (const ScoredWord& word : plan.compiler.words())
        if (!word.joined) counts[word.typed] = word.articles;
    return counts;
}

void note_missing(const SearchPlan& plan, SearchResult& result) {
    const WordCounts counts = word_counts(plan);
    const IndexWords words(plan.archives, IndexWords::Reach::here);
    result.missing = missing_words(counts, words);
    NamesFound names =
        look_up(asked_names(plan.filters, plan.question), {plan.archives, words, plan.compiler});
    std::ranges::move(names.missing, std::back_inserter(result.missing));
    std::ranges::move(names.notes, std::back_inserter(result.notes));
    if (listed(result).number > 0)  // else said in place of hits
        for (const MissingWord& missing : result.missing)
            result.notes.push_back(to_string(missing));
    result.rare = rare_words(counts, words);
    for (const MissingWord& rare : result.rare) result.notes.push_back(to_string(rare));
}

void note_undated(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode,
                  SearchResult& result) {
    if (request.days == DateRange{}) return;
    const Xapian::Query undated(Xapian::Query::OP_FILTER, matches(plan, mode), undated_query());
    const MatchCount left_out = plan.count(plan.narrowed(undated, plan.filter), mode.bound);
    result.undated_left_out = left_out;
    if (left_out.number > 0)
        result.notes.push_back(fmt::format("{} without a date {} left out by the date filter",
                                           to_string(left_out, "article", "articles"),
                                           plural(left_out.number, "was", "were")));
}

void note_idle_options(const SearchRequest& request, const ListMode& mode, Notes& notes) {
    if (!mode.by_date) return;
    if (request.recent_half_life_days > 0)
        notes.emplace_back("--recent changed nothing: the list is by date");
}

/// In an archive that ends years ago --recent would be silent, and do nothing.
void note_old(const ListMode& mode, const RankedList& list, Notes& notes) {
    constexpr double least = 0.01;  // of the score
    if (!mode.prefers_recent) return;
    if (std::ranges::all_of(list.articles, [](const ListedArticle& article) {
            return article.ranked.recency < least * article.ranked.score;
        }))
        notes.emplace_back(
            "--recent changed nothing: all of these are too old for it; "
            "give it more days, such as --recent=3650");
}

/// Else nobody could add up why a hit stands above one with a higher score.
void note_pinned(const SearchRequest& request, const RankedList& list, Notes& notes) {
    const bool feedback = std::ranges::any_of(list.articles, [](const ListedArticle& article) {
        return article.ranked.like_best != 0 || article.ranked.alike != 0;
    });
    if (request.explain && feedback)
        notes.emplace_back(
            "the best two keep the places that their words give them; behind them counts, too, "
            "what the best hits have in common");
}

}  // namespace

void add_search_notes(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode,
                      const RankedList& list, SearchResult& result) {
    note_stop_words(plan.question, result.notes);
    note_missing(plan, result);
    note_undated(plan, request, mode, result);
    if (mode.too_many)
        result.notes.emplace_back(
            "only articles with all words are listed: for others too many texts would have to be "
            "read");
    if (list.articles.empty()) return;
    note_idle_options(request, mode, result.notes);
    note_old(mode, list, result.notes);
    note_pinned(request, list, result.notes);
}

}  // namespace dateline
