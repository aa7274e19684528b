// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/search_plan.h"

#include <algorithm>
#include <utility>

#include "searcher/match/condition_terms.h"
#include "searcher/match/conditions.h"
#include "searcher/match/published_within.h"
#include "searcher/match/these_articles.h"
#include "searcher/query/operators.h"
#include "searcher/query/resolve.h"

namespace dateline {
namespace {

using Xapian::Query;

void add_condition(std::optional<Query>& filter, const Query& condition) {
    filter = filter ? Query(Query::OP_AND, *filter, condition) : condition;
}

}  // namespace

SearchPlan::SearchPlan(const Archives& asked, const Node& query,
                       const std::vector<FieldFilter>& field_filters, const DateRange& days,
                       const std::optional<std::vector<Xapian::docid>>& only)
    : archives(asked),
      database(asked.all()),
      words(asked),
      question(resolve_query(query, words)),
      compiler(asked, question) {
    filter_terms.emplace();
    for (const FieldFilter& typed : field_filters) add_filter(typed);
    if (only) {
        add_condition(filter, these_articles(archives, *only));
        filter_terms.reset();
    }
    dated_filter = filter;
    if (days != DateRange{}) {
        within = collected_within(archives, days);
        if (!within) filter_terms.reset();
        add_condition(dated_filter, within ? these_articles(archives, *within) : date_query(days));
    }
    if (needs_of(question).positions) checks.emplace(archives, question);
}

void SearchPlan::add_filter(const FieldFilter& typed) {
    filters.push_back(read_filter(typed, words, question.notes));
    std::vector<Query> values;
    std::vector<std::string> terms;
    for (const Matcher& value : filters.back().values) {
        if (const auto own = condition_terms(archives, value)) {
            values.push_back(unscored(Query(Query::OP_OR, own->begin(), own->end())));
            terms.insert(terms.end(), own->begin(), own->end());
        } else {
            values.push_back(compiler.condition(value));
            filter_terms.reset();
        }
    }
    if (filter_terms) filter_terms->push_back(std::move(terms));
    add_condition(filter, Query(Query::OP_OR, values.begin(), values.end()));
}

std::uint64_t count_matches(const Xapian::Database& database, const Query& query,
                            const Xapian::MatchDecider* decider, Xapian::MatchSpy* each) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (each != nullptr) enquire.add_matchspy(each);
    return enquire.get_mset(0, 0, database.get_doccount(), nullptr, decider)
        .get_matches_lower_bound();
}

// Xapian stops at a number of matches in one database only, so that each is asked by itself.
MatchCount count_matches_to(std::uint64_t bound, const Archives& archives, const Query& query,
                            const Xapian::MatchDecider* decider) {
    std::uint64_t number = 0;
    for (const Archive& archive : archives.each()) {
        Xapian::Enquire enquire(archive.database);
        enquire.set_query(query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        const auto enough = static_cast<Xapian::doccount>(std::min<std::uint64_t>(
            bound + 1 - number, std::max<Xapian::doccount>(archive.database.get_doccount(), 1)));
        number += enquire.get_mset(0, 0, enough, nullptr, decider).get_matches_lower_bound();
        if (number > bound) break;
    }
    return counted_to(bound, number);
}

Query SearchPlan::narrowed(const Query& query, const std::optional<Query>& passed) const {
    const Query passing = passed ? Query(Query::OP_FILTER, query, *passed) : query;
    return checks ? checks->narrowed(passing) : passing;
}

}  // namespace dateline
