// SPDX-License-Identifier: GPL-2.0-or-later
// Query, filters and days -> all that is needed to ask an index for them. Lists, counts, advice and
// --show go by the same plan.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/calendar.h"
#include "searcher/archives/archives.h"
#include "searcher/match/archive_checks.h"
#include "searcher/match/article_set.h"
#include "searcher/match/compile.h"
#include "searcher/match/filters.h"
#include "searcher/match/match_count.h"
#include "searcher/query/index_words.h"
#include "searcher/query/matcher.h"

namespace dateline {

/// How many articles match, exactly: all are looked at, and shown to `each` if it is not nullptr.
std::uint64_t count_matches(const Xapian::Database& database, const Xapian::Query& query,
                            const Xapian::MatchDecider* decider, Xapian::MatchSpy* each = nullptr);

/// How many articles of all archives match, counted to the bound.
MatchCount count_matches_to(std::uint64_t bound, const Archives& archives,
                            const Xapian::Query& query, const Xapian::MatchDecider* decider);

/// What was understood, and how it is asked. Its parts refer to each other, so it stays where it
/// was made.
struct SearchPlan {
    /// The archives must outlive the plan. Where some articles are named, only those are asked for.
    /// Throws Error for what cannot be asked.
    SearchPlan(const Archives& asked, const Node& query,
               const std::vector<FieldFilter>& field_filters, const DateRange& days,
               const std::optional<std::vector<Xapian::docid>>& only = std::nullopt);
    SearchPlan(const SearchPlan&) = delete;
    SearchPlan& operator=(const SearchPlan&) = delete;

    /// Decides what Xapian cannot; nullptr if there is nothing of the kind, or the queries that are
    /// narrowed see to it.
    const Xapian::MatchDecider* decider() const { return checks ? checks->decider() : nullptr; }

    /// The articles of a query that pass a filter of the plan and what Xapian cannot decide by
    /// itself. (No filter is none at all, since one that nothing passes is Xapian's empty query.)
    Xapian::Query narrowed(const Xapian::Query& query,
                           const std::optional<Xapian::Query>& passed) const;

    /// How many articles match the query, which is narrowed already, counted to the bound.
    MatchCount count(const Xapian::Query& query, std::uint64_t bound) const {
        return count_matches_to(bound, archives, query, decider());
    }

    const Archives& archives;
    const Xapian::Database& database;  ///< of all of them
    IndexWords words;
    Question question;
    Compiler compiler;
    std::vector<ReadFilter> filters;
    std::optional<Xapian::Query> filter;        ///< what passes them; nothing: there are none
    std::optional<Xapian::Query> dated_filter;  ///< the same, and within the days
    /// The articles within the days, of each archive, where they were collected.
    std::optional<std::vector<ArticleSet>> within;
    /// Of each filter the terms of which an article has any; nothing where a filter asks for more,
    /// or the days were not collected.
    std::optional<std::vector<std::vector<std::string>>> filter_terms;
    std::optional<ArchiveChecks> checks;

private:
    void add_filter(const FieldFilter& typed);
};

}  // namespace dateline
