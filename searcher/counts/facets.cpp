// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "common/fields.h"
#include "common/folding.h"
#include "common/stored_article.h"
#include "searcher/counts/timeline.h"
#include "searcher/match/archive_query.h"
#include "searcher/match/bm25.h"
#include "searcher/match/compile.h"
#include "searcher/match/conditions.h"
#include "searcher/match/search_plan.h"

namespace dateline {
namespace {

using Xapian::Query;

/// The slot of an article with several authors has the first one; the others are read from its
/// stored fields, which costs about 10 us an article.
constexpr std::uint64_t most_articles_read = 100'000;

using Counts = std::unordered_map<std::string, std::uint64_t>;

struct FieldTally {
    const Field* row = nullptr;
    Counts counts;
    std::uint64_t unknown = 0;
};

/// What is counted while matching.
struct Tally {
    std::vector<FieldTally> fields;
    std::map<std::string, DatedCount> dated;  ///< by the keys of first and last day
    std::uint64_t undated = 0;
    const Field* column = nullptr;  ///< whose values are counted for each day
    std::string archive;            ///< from which the articles come that are counted now
    std::uint64_t articles_read = 0;
    bool first_authors_only = false;
};

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
        return distinct(row.get(decode_display(document.get_data())));
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
        const std::string first = document.get_value(first_day_slot);
        const std::string last = document.get_value(last_day_slot);
        const auto first_day = day_from_key(first);
        const auto last_day = day_from_key(last);
        if (!first_day || !last_day) {
            ++tally_.undated;
            return;
        }
        DatedCount& count = tally_.dated[first + last];
        count.first = *first_day;
        count.last = *last_day;
        ++count.articles;
        if (tally_.column == nullptr) return;
        for (const std::string& value : values_in(document, *tally_.column)) ++count.parts[value];
    }

    Tally& tally_;
    bool by_days_;
};

bool has_periods(const SearchRequest& request) {
    return request.counts.timeline ||
           std::ranges::any_of(request.counts.by, [](const std::string& name) {
               return period_named(name).has_value();
           });
}

/// The field that a timeline has columns of: the first one asked for that is no period.
const Field* column_field(const CountsAsked& asked) {
    if (!asked.timeline) return nullptr;
    for (const std::string& name : asked.by)
        if (!period_named(name)) return &field(name);
    return nullptr;
}

/// Values by their folded form, under their commonest spelling: to filters they are one.
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

bool asks_for_archives(const CountsAsked& asked) {
    return std::ranges::any_of(asked.by, [](const std::string& name) {
        return !period_named(name) && field(name).of_archive;
    });
}

/// Counts the articles of a query; if archives are counted, one after the other, since an article
/// does not say from which it is.
Tally count(const Archives& archives, const Query& query, const Xapian::MatchDecider* decider,
            const SearchRequest& request) {
    Tally tally;
    tally.column = column_field(request.counts);
    for (const std::string& name : request.counts.by)
        if (!period_named(name) && &field(name) != tally.column)
            tally.fields.push_back({&field(name), {}, 0});
    TallySpy spy(tally, has_periods(request));
    if (asks_for_archives(request.counts)) {
        for (const Archive& archive : archives.each()) {
            tally.archive = archive.name;
            count_matches(
                archives.all(),
                Query(Query::OP_FILTER, query, in_archive(archives, fold_value(archive.name))),
                decider, &spy);
        }
    } else {
        count_matches(archives.all(), query, decider, &spy);
    }
    give_columns_one_spelling(tally);
    return tally;
}

std::vector<DatedCount> dated_counts(const Tally& tally) {
    std::vector<DatedCount> counts;
    for (const auto& [days, count] : tally.dated) counts.push_back(count);
    return counts;
}

bool more_articles(const FacetCount& a, const FacetCount& b) {
    return std::tie(b.articles, a.value) < std::tie(a.articles, b.value);
}

Facet facet_of_field(const FieldTally& tally, const FieldTally* all) {
    Facet facet;
    facet.field = tally.row->name;
    facet.unknown = tally.unknown;
    std::map<std::string, FacetCount> of;
    if (all != nullptr) of = folded_counts(all->counts);
    for (auto& [form, count] : folded_counts(tally.counts)) {
        const auto known = of.find(form);
        if (all != nullptr) count.of = known == of.end() ? count.articles : known->second.articles;
        facet.counts.push_back(std::move(count));
    }
    std::ranges::sort(facet.counts, more_articles);
    return facet;
}

/// Only the periods that have matches: --timeline shows gaps.
Facet facet_of_period(Period period, const Tally& tally, const Tally* all) {
    Facet facet;
    facet.field = period_name(period);
    facet.unknown = tally.undated;
    std::map<Day, FacetCount> counts;
    for (const auto& [days, count] : tally.dated) {
        const auto [first, last] = period_of(period, count.first);
        if (count.last > last) {
            facet.coarse += count.articles;
            continue;
        }
        FacetCount& made = counts[first];
        made.value = period_label(period, first);
        made.articles += count.articles;
        if (all != nullptr) made.of = 0;
    }
    if (all != nullptr) {
        for (const auto& [days, count] : all->dated) {
            const auto [first, last] = period_of(period, count.first);
            const auto made = counts.find(first);
            if (made != counts.end() && count.last <= last) *made->second.of += count.articles;
        }
    }
    for (auto& [day, count] : counts) facet.counts.push_back(std::move(count));
    return facet;
}

/// The best of the matches that the bar counts, by BM25.
std::optional<Peak> best_of(const Pile& pile, const TimelineBar& bar) {
    Xapian::Enquire enquire(pile.archives.all());
    enquire.set_query(Query(Query::OP_FILTER, pile.matches, days_within(bar.first, bar.last)));
    enquire.set_weighting_scheme(Xapian::BM25Weight(bm25::k1, 0, 0, bm25::b, 0));
    enquire.set_sort_by_relevance_then_value(order_slot, true);
    const Xapian::MSet found = enquire.get_mset(0, 1, 0, nullptr, pile.decider);
    if (found.empty()) return std::nullopt;
    const Article article = decode_display(found.begin().get_document().get_data());
    return Peak{article.title, article.id};
}

Timeline timeline_of(const Pile& pile, const SearchRequest& request, const Tally& tally,
                     const Tally* all) {
    const std::vector<DatedCount> matches = dated_counts(tally);
    const std::vector<DatedCount> of =
        all == nullptr ? std::vector<DatedCount>{} : dated_counts(*all);
    Timeline timeline = make_timeline(
        {matches, all == nullptr ? nullptr : &of, request.days, request.counts.columns},
        request.counts.period);
    timeline.undated = tally.undated;
    if (tally.column != nullptr) {
        timeline.field = tally.column->name;
        timeline.overlapping = tally.column->several();
    }
    if (request.query.find_first_not_of(' ') == std::string::npos) return timeline;  // no best one
    for (const std::size_t i : peaks_of(timeline)) {
        TimelineBar& bar = timeline.bars[i];
        bar.peak = best_of(pile, bar);
    }
    return timeline;
}

void note_limits(const SearchRequest& request, const Tally& tally, SearchResult& result) {
    if (tally.first_authors_only)
        result.notes.push_back(
            fmt::format("of articles with several authors, only the first was counted after {} "
                        "articles",
                        most_articles_read));
    if (result.timeline && request.counts.period && !result.timeline->bars.empty() &&
        *request.counts.period != result.timeline->period)
        result.notes.push_back(fmt::format(
            "the timeline is by {}, since by {} it would have more than {} lines",
            period_name(result.timeline->period), period_name(*request.counts.period), most_bars));
}

}  // namespace

void count_pile(const Pile& pile, const SearchRequest& request, SearchResult& result) {
    const Tally tally = count(pile.archives, pile.matches, pile.decider, request);
    std::optional<Tally> all;
    if (request.counts.share)
        all = count(pile.archives, pile.filter.value_or(Query::MatchAll), nullptr, request);
    const Tally* of = all ? &*all : nullptr;
    std::size_t next = 0;
    for (const std::string& name : request.counts.by) {
        if (const auto period = period_named(name)) {
            result.facets.push_back(facet_of_period(*period, tally, of));
            continue;
        }
        if (&field(name) == tally.column) continue;
        const std::size_t i = next++;
        result.facets.push_back(
            facet_of_field(tally.fields[i], of == nullptr ? nullptr : &of->fields[i]));
    }
    if (request.counts.timeline) result.timeline = timeline_of(pile, request, tally, of);
    note_limits(request, tally, result);
}

std::vector<FacetCount> values_of(const Archives& archives, std::string_view name,
                                  std::string_view beginning) {
    const Field& row = field(name);
    const std::string folded = fold_value(beginning);
    Counts counts;
    if (row.of_archive) {
        for (const Archive& archive : archives.each())
            counts[archive.name] += archive.database.get_doccount();
    } else {
        for (auto value = archives.all().valuestream_begin(row.slot);
             value != archives.all().valuestream_end(row.slot); ++value)
            ++counts[*value];
    }
    std::vector<FacetCount> values;
    for (const auto& [value, articles] : counts)
        if (fold_value(value).starts_with(folded)) values.push_back({value, articles, {}});
    std::ranges::sort(values, more_articles);
    return values;
}

}  // namespace dateline
