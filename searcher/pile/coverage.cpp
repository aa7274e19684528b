// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/coverage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "common/fields.h"
#include "common/folding.h"
#include "searcher/match/published_within.h"
#include "searcher/match/search_plan.h"
#include "searcher/pile/story_days.h"

namespace dateline {
namespace {

/// What is known of an outlet.
struct OutletCount {
    std::size_t articles = 0;  ///< in the month
    bool covered = false;      ///< on a day
    bool has_undated = false;  ///< of the story
    bool active = false;

    void add(const OutletCount& other) {
        articles += other.articles;
        covered = covered || other.covered;
        has_undated = has_undated || other.has_undated;
        active = active || other.active;
    }
};

using OutletCounts = std::unordered_map<std::string, OutletCount>;  ///< by name as written

std::string outlet_of(const Xapian::Document& article) {
    return article.get_value(field("outlet").slot);
}

/// Counts the articles of the month.
class OutletSpy : public Xapian::MatchSpy {
public:
    OutletSpy(OutletCounts& outlets, const std::vector<DateRange>& active_days)
        : outlets_(outlets), active_days_(active_days) {}

    void operator()(const Xapian::Document& article, double) override {
        const std::string first = article.get_value(first_day_slot);
        if (first != article.get_value(last_day_slot)) return;
        const std::string name = outlet_of(article);
        if (name.empty()) return;
        OutletCount& outlet = outlets_[name];
        ++outlet.articles;
        outlet.active = outlet.active || is_active_day(first);
    }

private:
    bool is_active_day(const std::string& key) {
        const auto [known, made] = known_.try_emplace(key, false);
        if (!made) return known->second;
        const std::optional<Day> day = day_from_key(key);
        known->second = day && std::ranges::any_of(active_days_, [&](const DateRange& days) {
                            return days.first <= day && day <= days.last;
                        });
        return known->second;
    }

    OutletCounts& outlets_;
    const std::vector<DateRange>& active_days_;
    std::unordered_map<std::string, bool> known_;
};

/// Outlets by their folded names; of their spellings the commonest, of equals the first.
struct NamedOutlet {
    std::string name;
    std::size_t most_articles = 0;  ///< of a spelling
    OutletCount count;
};

std::map<std::string, NamedOutlet> by_folded_name(const OutletCounts& outlets) {
    std::map<std::string, NamedOutlet> folded;
    for (const auto& [name, count] : outlets) {
        NamedOutlet& outlet = folded[fold_value(name)];
        const bool commoner = count.articles > outlet.most_articles;
        const bool first = count.articles == outlet.most_articles && name < outlet.name;
        if (outlet.name.empty() || commoner || first) {
            outlet.name = name;
            outlet.most_articles = count.articles;
        }
        outlet.count.add(count);
    }
    return folded;
}

/// Adds what the archives have of the month around the story's days.
void count_month(const Archives& archives, const std::vector<DateRange>& story,
                 const CoverageRules& rules, OutletCounts& outlets) {
    DateRange whole = story.front();
    std::vector<DateRange> active_days;
    for (const DateRange& days : story) {
        whole = {std::min(whole.first, days.first), std::max(whole.last, days.last)};
        active_days.push_back(days_around(days, rules.active_days));
    }
    OutletSpy spy(outlets, active_days);
    count_matches(archives.all(), published_within(archives, days_around(whole, rules.month_days)),
                  nullptr, &spy);
}

}  // namespace

std::optional<Coverage> coverage_of(const Archives& archives,
                                    const std::vector<Xapian::docid>& story,
                                    const CoverageRules& rules) {
    OutletCounts outlets;
    std::vector<DateRange> days;
    for (const Xapian::docid docid : story) {
        const Xapian::Document article = archives.all().get_document(docid);
        const DateRange own = days_of_article(article);
        if (is_one_day(own)) days.push_back(own);
        const std::string name = outlet_of(article);
        if (name.empty()) continue;
        OutletCount& outlet = outlets[name];
        (is_one_day(own) ? outlet.covered : outlet.has_undated) = true;
        outlet.active = outlet.active || outlet.covered;
    }
    if (days.empty()) return std::nullopt;
    count_month(archives, days, rules, outlets);
    Coverage coverage;
    for (const auto& [folded, outlet] : by_folded_name(outlets)) {
        const OutletCount& count = outlet.count;
        if (!count.active) continue;
        coverage.active.push_back(outlet.name);
        if (count.covered)
            coverage.covered.push_back(outlet.name);
        else if (!count.has_undated && count.articles >= rules.regular_articles)
            coverage.not_by.push_back(outlet.name);
    }
    return coverage;
}

}  // namespace dateline
