// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "common/fields.h"
#include "common/folding.h"
#include "common/packed_values.h"
#include "searcher/counts/kept_rows.h"
#include "searcher/counts/tally.h"
#include "searcher/counts/timeline.h"
#include "searcher/match/compile.h"
#include "searcher/match/conditions.h"
#include "searcher/ranking/tie_order.h"

namespace dateline {
namespace {

using Xapian::Query;

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
    enquire.set_weighting_scheme(pile.weighting.xapian());
    std::vector<Ranked> best =
        stage_one(scored_articles(best_with_ties(enquire, 1, 0, pile.decider)));
    if (best.empty()) return std::nullopt;
    order_ties(pile.archives, best);
    const Article article = display_of(pile.archives.at(best.front().docid));
    return Peak{article.title, article.id, article.archive};
}

Timeline timeline_of(const Pile& pile, const SearchRequest& request, const Tally& tally,
                     const Tally* all) {
    const std::vector<DatedCount> matches = dated_counts(tally);
    const std::vector<DatedCount> of =
        all == nullptr ? std::vector<DatedCount>{} : dated_counts(*all);
    Timeline timeline = make_timeline({matches, all == nullptr ? nullptr : &of, request.days,
                                       request.counts.columns, request.counts.side_by_side},
                                      request.counts.period);
    timeline.undated = tally.undated;
    if (tally.column != nullptr) {
        timeline.field = tally.column->name;
        timeline.overlapping = tally.column->several();
    }
    const std::vector<std::size_t> peaks = peaks_of(timeline);  // of all, however many are kept
    const std::size_t cut = keep_rows(timeline, request.counts.periods);
    if (request.query.find_first_not_of(' ') == std::string::npos) return timeline;  // no best one
    for (const std::size_t i : peaks) {
        if (i < cut) continue;
        TimelineBar& bar = timeline.bars[cut == 0 ? i : i - cut + 1];
        bar.peak = best_of(pile, bar);
    }
    return timeline;
}

void note_limits(const SearchRequest& request, SearchResult& result) {
    if (result.timeline && request.counts.period && !result.timeline->bars.empty() &&
        *request.counts.period != result.timeline->period)
        result.notes.push_back(fmt::format(
            "the timeline is by {}, since by {} it would have more than {} lines",
            period_name(result.timeline->period), period_name(*request.counts.period), most_bars));
}

/// Of an archive that is here: another machine would send each article for it.
void add_values(const Xapian::Database& database, const Field& row, Counts& counts) {
    for (auto value = database.valuestream_begin(row.slot);
         value != database.valuestream_end(row.slot); ++value)
        for (const std::string& one : row.several() ? unpack_values(*value) : Values{*value})
            ++counts[one];
}

}  // namespace

void count_pile(const Pile& pile, const SearchRequest& request, SearchResult& result) {
    const Tally tally = count_articles(pile.archives, pile.matches, pile.decider, request);
    std::optional<Tally> all;
    if (request.counts.share)
        all =
            count_articles(pile.archives, pile.filter.value_or(Query::MatchAll), nullptr, request);
    const Tally* of = all ? &*all : nullptr;
    std::size_t next = 0;
    for (const std::string& name : request.counts.by) {
        if (const auto period = period_named(name)) {
            result.facets.push_back(facet_of_period(*period, tally, of));
            keep_rows(result.facets.back(), request.counts.periods);
            continue;
        }
        if (&field(name) == tally.column) continue;
        const std::size_t i = next++;
        result.facets.push_back(
            facet_of_field(tally.fields[i], of == nullptr ? nullptr : &of->fields[i]));
        keep_rows(result.facets.back(), request.counts.values);
    }
    if (request.counts.timeline) result.timeline = timeline_of(pile, request, tally, of);
    note_limits(request, result);
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
        for (const Archive& archive : archives.each())
            if (!archive.remote) add_values(archive.database, row, counts);
    }
    std::vector<FacetCount> values;
    for (const auto& [value, articles] : counts)
        if (fold_value(value).starts_with(folded)) values.push_back({value, articles, {}});
    std::ranges::sort(values, more_articles);
    return values;
}

}  // namespace dateline
