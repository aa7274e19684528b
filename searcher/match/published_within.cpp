// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/published_within.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "common/date_terms.h"
#include "common/fields.h"
#include "searcher/match/conditions.h"
#include "searcher/match/these_articles.h"

namespace dateline {
namespace {

using Xapian::Query;

/// Of more, to put their posting lists together costs as much as values do.
constexpr auto most_days = std::chrono::days(30 * 31);

/// A range with both ends.
struct Days {
    Day first;
    Day last;
};

/// The days without those before and behind which the archives have nothing; nothing if they have
/// no dates at all, or such that two months may have the same term.
std::optional<Days> closed(const Xapian::Database& database, const DateRange& days) {
    constexpr auto years_of_terms = std::chrono::years(341);
    const auto earliest = day_from_key(database.get_value_lower_bound(first_day_slot));
    const auto first_end = day_from_key(database.get_value_lower_bound(last_day_slot));
    const auto last_begin = day_from_key(database.get_value_upper_bound(first_day_slot));
    const auto latest = day_from_key(database.get_value_upper_bound(last_day_slot));
    if (!earliest || !first_end || !last_begin || !latest) return std::nullopt;
    const Days made{std::max(days.first.value_or(*first_end), *first_end),
                    std::min(days.last.value_or(*last_begin), *last_begin)};
    if (std::max(*latest, made.last).year() - std::min(*earliest, made.first).year() >=
        years_of_terms)
        return std::nullopt;
    return made;
}

ArticleSet articles_with_any(const Xapian::Database& database,
                             const std::vector<std::string>& terms) {
    ArticleSet found(database.get_lastdocid());
    for (const std::string& term : terms)
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
            found.add(*at);
    return found;
}

}  // namespace

std::optional<std::vector<ArticleSet>> collected_within(const Archives& archives,
                                                        const DateRange& days) {
    using std::chrono::sys_days;
    if (archives.any_remote()) return std::nullopt;
    const std::optional<Days> range = closed(archives.all(), days);
    if (!range || range->first > range->last ||
        sys_days(range->last) - sys_days(range->first) > most_days)
        return std::nullopt;
    const std::vector<std::string> terms = terms_of_days(range->first, range->last);
    std::vector<ArticleSet> within;
    for (const Archive& archive : archives.each())
        within.push_back(articles_with_any(archive.database, terms));
    return within;
}

Query published_within(const Archives& archives, const DateRange& days) {
    const auto within = collected_within(archives, days);
    return within ? these_articles(archives, *within) : date_query(days);
}

}  // namespace dateline
