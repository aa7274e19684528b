// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/tally.h"

#include <algorithm>

#include "common/folding.h"
#include "common/packed_values.h"
#include "searcher/counts/remote_tally.h"
#include "searcher/match/search_plan.h"

namespace dateline {
namespace {

using Xapian::Query;

/// An article counts once for a value, however it spells it.
Values distinct(const Values& values) {
    if (values.size() < 2) return values;
    std::map<std::string, std::string> by_folded;
    for (const std::string& value : values) by_folded.emplace(fold_value(value), value);
    Values kept;
    for (auto& [folded, value] : by_folded) kept.push_back(std::move(value));
    return kept;
}

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
        return values_in_slot(document.get_value(row.slot), row);
    }

    void count_day(const Xapian::Document& document) {
        std::string days = document.get_value(first_day_slot);
        days += document.get_value(last_day_slot);
        const auto [known, is_new] = days_.try_emplace(std::move(days), nullptr);
        if (is_new) known->second = dated_count(tally_, known->first);
        if (known->second == nullptr) {
            ++tally_.undated;
            return;
        }
        DatedCount& count = *known->second;
        ++count.articles;
        if (tally_.column == nullptr) return;
        for (const std::string& value : values_in(document, *tally_.column)) ++count.parts[value];
    }

    Tally& tally_;
    bool by_days_;
    std::unordered_map<std::string, DatedCount*> days_;  ///< thousands of articles share them
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

Values values_in_slot(const std::string& value, const Field& row) {
    if (value.empty()) return {};
    return row.several() ? distinct(unpack_values(value)) : Values{value};
}

DatedCount* dated_count(Tally& tally, const std::string& keys) {
    const std::size_t half = keys.size() / 2;
    const auto first = day_from_key(std::string_view(keys).substr(0, half));
    const auto last = day_from_key(std::string_view(keys).substr(half));
    if (!first || !last) return nullptr;
    DatedCount& count = tally.dated[keys];
    count.first = *first;
    count.last = *last;
    return &count;
}

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
        if (archive.remote)
            add_remote_counts(archive, query, has_periods(request), tally);
        else
            count_matches(archive.database, query, decider, &spy);
    }
    give_columns_one_spelling(tally);
    return tally;
}

}  // namespace dateline
