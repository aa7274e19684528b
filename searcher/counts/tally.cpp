// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/tally.h"

#include <algorithm>

#include "common/folding.h"
#include "common/stored_article.h"
#include "searcher/match/search_plan.h"

namespace dateline {
namespace {

using Xapian::Query;

class TallySpy : public Xapian::MatchSpy {
public:
    explicit TallySpy(Tally& tally, bool by_days) : tally_(tally), by_days_(by_days) {}

    void operator()(const Xapian::Document& document, double) override {
        for (FieldTally& field : tally_.fields) {
            const Values values = values_in(document, *field.row);
            for (const std::string& value : values) ++field.counts[value];
            field.unknown += values.empty();
        }
        if (by_days_) count_day(document);
    }

private:
    Values values_in(const Xapian::Document& document, const Field& row) {
        if (row.of_archive) return {tally_.archive};
        std::string first = document.get_value(row.slot);
        if (first.empty()) return {};
        if (!row.several()) return {std::move(first)};
        if (tally_.articles_read >= most_articles_read) {
            tally_.first_authors_only = true;
            return {std::move(first)};
        }
        ++tally_.articles_read;
        return distinct(stored_values(document.get_data(), row));
    }

    /// An article counts once for a value, however it spells it.
    static Values distinct(const Values& values) {
        if (values.size() < 2) return values;
        std::map<std::string, std::string> by_folded;
        for (const std::string& value : values) by_folded.emplace(fold_value(value), value);
        Values kept;
        for (auto& [folded, value] : by_folded) kept.push_back(std::move(value));
        return kept;
    }

    void count_day(const Xapian::Document& document) {
        std::string days = document.get_value(first_day_slot);
        days += document.get_value(last_day_slot);
        const auto [known, is_new] = days_.try_emplace(std::move(days), nullptr);
        if (is_new) known->second = count_of(known->first);
        if (known->second == nullptr) {
            ++tally_.undated;
            return;
        }
        DatedCount& count = *known->second;
        ++count.articles;
        if (tally_.column == nullptr) return;
        for (const std::string& value : values_in(document, *tally_.column)) ++count.parts[value];
    }

    /// That of the days of two keys; nullptr if they are none. Thousands of articles share them.
    DatedCount* count_of(const std::string& keys) {
        const std::size_t half = keys.size() / 2;
        const auto first = day_from_key(std::string_view(keys).substr(0, half));
        const auto last = day_from_key(std::string_view(keys).substr(half));
        if (!first || !last) return nullptr;
        DatedCount& count = tally_.dated[keys];
        count.first = *first;
        count.last = *last;
        return &count;
    }

    Tally& tally_;
    bool by_days_;
    std::unordered_map<std::string, DatedCount*> days_;
};

bool has_periods(const SearchRequest& request) {
    return request.counts.timeline ||
           std::ranges::any_of(request.counts.by, [](const std::string& name) {
               return period_named(name).has_value();
           });
}

/// The field that a timeline has columns of: the first one asked for that is no period.
const Field* column_field(const CountsAsked& asked) {
    if (!asked.timeline || asked.columns == 0) return nullptr;
    for (const std::string& name : asked.by)
        if (!period_named(name)) return &field(name);
    return nullptr;
}

void give_columns_one_spelling(Tally& tally) {
    if (tally.column == nullptr) return;
    Counts all;
    for (const auto& [days, count] : tally.dated)
        for (const auto& [value, articles] : count.parts) all[value] += articles;
    const auto folded = folded_counts(all);
    for (auto& [days, count] : tally.dated) {
        decltype(count.parts) parts;
        for (const auto& [value, articles] : count.parts)
            parts[folded.at(fold_value(value)).value] += articles;
        count.parts = std::move(parts);
    }
}

}  // namespace

std::map<std::string, FacetCount> folded_counts(const Counts& counts) {
    std::map<std::string, std::map<std::string, std::uint64_t>> spellings;
    for (const auto& [value, articles] : counts) spellings[fold_value(value)][value] = articles;
    std::map<std::string, FacetCount> folded;
    for (const auto& [form, values] : spellings) {
        FacetCount& count = folded[form];
        count.value =
            std::ranges::max_element(values, {}, [](const auto& v) { return v.second; })->first;
        for (const auto& [value, articles] : values) count.articles += articles;
    }
    return folded;
}

Tally count_articles(const Archives& archives, const Query& query,
                     const Xapian::MatchDecider* decider, const SearchRequest& request) {
    Tally tally;
    tally.column = column_field(request.counts);
    for (const std::string& name : request.counts.by)
        if (!period_named(name) && &field(name) != tally.column)
            tally.fields.push_back({&field(name), {}, 0});
    TallySpy spy(tally, has_periods(request));
    for (const Archive& archive : archives.each()) {
        tally.archive = archive.name;
        count_matches(archive.database, query, decider, &spy);
    }
    give_columns_one_spelling(tally);
    return tally;
}

}  // namespace dateline
