// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/published_within.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/fields.h"
#include "common/month_terms.h"
#include "searcher/match/conditions.h"
#include "searcher/match/these_articles.h"
#include "searcher/match/values_of.h"

namespace dateline {
namespace {

using std::chrono::months;
using std::chrono::year_month;
using Xapian::Query;

/// Of more months, to put their posting lists together costs as much as values do.
constexpr int most_months = 30;

/// A range with both ends.
struct Days {
    Day first;
    Day last;
};

Day last_day_of(const year_month& month) {
    return Day(month / std::chrono::last);
}

year_month month_of(const Day& day) {
    return day.year() / day.month();
}

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

/// The articles of a month, by the day of it that the range begins or ends with.
std::vector<Xapian::docid> articles_of_month(const Xapian::Database& database, const Day& day) {
    const std::string term = month_terms({day, day}).front();
    return {database.postlist_begin(term), database.postlist_end(term)};
}

/// Which articles of a database were published within days, collected month by month.
class Collector {
public:
    explicit Collector(const Xapian::Database& database)
        : database_(database), found_(database.get_lastdocid()) {}

    void add_months(const year_month& first, const year_month& last) {
        for (const std::string& term : month_terms({Day(first / 1), Day(last / 1)}))
            for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at)
                found_.add(*at);
    }

    /// Those of the first month, whose last day may be before the range.
    void add_from(const Day& first) { add_if(first, last_day_slot, std::greater_equal()); }

    /// Those of the last month, whose first day may be behind it.
    void add_to(const Day& last) { add_if(last, first_day_slot, std::less_equal()); }

    /// Those of the only month.
    void add_between(const Days& days) {
        const std::vector<Xapian::docid> docids = articles_of_month(database_, days.first);
        const auto first = values_of(database_, first_day_slot, docids);
        const auto last = values_of(database_, last_day_slot, docids);
        const std::string since = day_key(days.first);
        const std::string until = day_key(days.last);
        for (std::size_t i = 0; i < docids.size(); ++i)
            if (first[i] <= until && last[i] >= since) found_.add(docids[i]);
    }

    const ArticleSet& articles() const { return found_; }

private:
    /// Those of the day's month of which the day in the slot is so with regard to it.
    template <typename Compare>
    void add_if(const Day& day, Xapian::valueno slot, Compare compare) {
        const std::string key = day_key(day);
        const std::vector<Xapian::docid> docids = articles_of_month(database_, day);
        const std::vector<std::string> days = values_of(database_, slot, docids);
        for (std::size_t i = 0; i < docids.size(); ++i)
            if (compare(days[i], key)) found_.add(docids[i]);
    }

    const Xapian::Database& database_;
    ArticleSet found_;
};

ArticleSet articles_within(const Xapian::Database& database, const Days& days) {
    Collector collector(database);
    year_month first = month_of(days.first);
    year_month last = month_of(days.last);
    const bool begins_late = days.first.day() != std::chrono::day(1);
    const bool ends_early = days.last != last_day_of(last);
    if (first == last && (begins_late || ends_early)) {
        collector.add_between(days);
        return collector.articles();
    }
    if (begins_late) {
        collector.add_from(days.first);
        first += months(1);
    }
    if (ends_early) {
        collector.add_to(days.last);
        last -= months(1);
    }
    if (first <= last) collector.add_months(first, last);
    return collector.articles();
}

}  // namespace

std::optional<std::vector<ArticleSet>> collected_within(const Archives& archives,
                                                        const DateRange& days) {
    const std::optional<Days> range = closed(archives.all(), days);
    if (!range || range->first > range->last ||
        month_of(range->last) - month_of(range->first) >= months(most_months))
        return std::nullopt;
    std::vector<ArticleSet> within;
    for (const Archive& archive : archives.each())
        within.push_back(articles_within(archive.database, *range));
    return within;
}

Query published_within(const Archives& archives, const DateRange& days) {
    const auto within = collected_within(archives, days);
    return within ? these_articles(archives, *within) : date_query(days);
}

}  // namespace dateline
