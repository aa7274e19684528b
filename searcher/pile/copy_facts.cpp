// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/copy_facts.h"

#include <utility>

#include "common/fields.h"
#include "common/folding.h"
#include "searcher/match/values_of.h"
#include "searcher/ranking/likeness.h"

namespace dateline {
namespace {

using Docids = std::vector<Xapian::docid>;

std::vector<std::string> sketch_of(const Xapian::Database& database, Xapian::docid article) {
    std::vector<std::string> terms;
    auto term = database.termlist_begin(article);
    const auto end = database.termlist_end(article);
    for (term.skip_to(std::string(sketch_prefix)); term != end; ++term) {
        if (!(*term).starts_with(sketch_prefix)) break;
        terms.push_back(*term);
    }
    return terms;
}

}  // namespace

/// A month and a year begin on the first of a month: what does not is one day, whose last day need
/// not be read.
std::vector<DateRange> published_days(const Xapian::Database& database, const Docids& articles) {
    const auto first = values_of(database, first_day_slot, articles);
    std::vector<DateRange> days(articles.size());
    Docids may_last_longer;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const std::optional<Day> day = day_from_key(first[i]);
        days[i] = {day, day};
        if (!day || day->day() != std::chrono::day{1}) continue;
        may_last_longer.push_back(articles[i]);
        places.push_back(i);
    }
    const auto last = values_of(database, last_day_slot, may_last_longer);
    for (std::size_t i = 0; i < places.size(); ++i) days[places[i]].last = day_from_key(last[i]);
    return days;
}

std::vector<CopyFacts> copy_facts(const Xapian::Database& database, const Docids& articles) {
    const auto days = published_days(database, articles);
    const auto outlets = values_of(database, field("outlet").slot, articles);
    auto signatures = read_signatures(database, articles);
    std::vector<CopyFacts> facts(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i)
        facts[i] = {sketch_of(database, articles[i]), std::move(signatures[i]), days[i],
                    fold_value(outlets[i])};
    return facts;
}

bool near_enough(std::optional<int> days_apart) {
    return !days_apart || *days_apart <= copy_window_days;
}

bool share_enough(std::size_t terms, const Signature& first, const Signature& second) {
    if (terms == 0) return false;
    if (terms > few_terms || first.empty() || second.empty()) return true;
    return cosine_of(first, second) >= least_cosine;
}

}  // namespace dateline
