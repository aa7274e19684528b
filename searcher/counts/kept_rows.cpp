// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/kept_rows.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "searcher/counts/timeline.h"

namespace dateline {
namespace {

void add(std::optional<std::uint64_t>& sum, const std::optional<std::uint64_t>& more) {
    if (more) sum = sum.value_or(0) + *more;
}

}  // namespace

void keep_rows(Facet& facet, std::uint32_t rows) {
    if (facet.counts.size() <= rows) return;
    const auto left = static_cast<std::ptrdiff_t>(facet.counts.size() - rows);
    const bool earlier = period_named(facet.field).has_value();
    const auto begin = earlier ? facet.counts.begin() : facet.counts.end() - left;
    FacetCount sum{.value = earlier ? "earlier" : "others"};
    sum.values = facet.counts.size() - rows;
    for (auto count = begin; count != begin + left; ++count) {
        sum.most = std::max(sum.most, count->articles);
        sum.articles += count->articles;
        add(sum.of, count->of);
    }
    const auto place = facet.counts.erase(begin, begin + left);
    facet.counts.insert(place, std::move(sum));
}

std::size_t keep_rows(Timeline& timeline, std::uint32_t rows) {
    if (timeline.bars.size() <= rows) return 0;
    const std::size_t cut = timeline.bars.size() - rows;
    const auto end = timeline.bars.end() - static_cast<std::ptrdiff_t>(rows);
    TimelineBar& sum = timeline.bars.front();
    sum.earlier = true;
    for (auto bar = timeline.bars.begin() + 1; bar != end; ++bar) {
        sum.last = bar->last;
        sum.articles += bar->articles;
        add(sum.of, bar->of);
        for (std::size_t i = 0; i < sum.parts.size(); ++i) sum.parts[i] += bar->parts[i];
    }
    timeline.bars.erase(timeline.bars.begin() + 1, end);
    return cut;
}

}  // namespace dateline
