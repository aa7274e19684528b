// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/count_options.h"

#include <algorithm>
#include <string>

#include "common/error.h"
#include "searcher/counts/timeline.h"

namespace dateline {
namespace {

void set_rows(const CommandLine& line, const CommandLine& typed, bool for_screens,
              CountsAsked& counts) {
    constexpr std::uint32_t values_of_a_screen = 30;
    const bool typed_here = typed.has("rows");
    if (!typed_here && !for_screens) return;
    if (const auto rows = (typed_here ? typed : line).value("rows")) {
        const std::uint32_t most = whole_number("rows", *rows, 0, no_limit);
        counts.values = counts.periods = most == 0 ? no_limit : most;
    } else {
        counts.values = values_of_a_screen;
    }
}

}  // namespace

void read_counts(const CommandLine& typed, SearchRequest& request) {
    CountsAsked& counts = request.counts;
    for (const std::string& name : typed.values("by"))
        if (std::find(counts.by.begin(), counts.by.end(), name) == counts.by.end())
            counts.by.push_back(name);
    if (const auto period = typed.value("timeline")) {
        counts.timeline = true;
        counts.period = period_named(*period);  // none: auto
    }
    counts.texts = typed.has("texts");
    if (counts.texts && !counts.any())
        throw Error("option '--texts' goes with '--by' or '--timeline' only",
                    "add --timeline, or --by outlet; --copies fold makes one hit of copies");
    counts.share = typed.has("share");
    if (counts.share && !counts.any())
        throw Error("option '--share' goes with '--by' or '--timeline' only",
                    "add --timeline, or --by outlet");
    request.count_only = typed.has("count") || (counts.any() && !typed.has("limit"));
}

void suit_counts(const CommandLine& line, const CommandLine& typed, const OutputKind& format,
                 SearchRequest& request) {
    constexpr std::size_t all_columns = 1'000'000;
    CountsAsked& counts = request.counts;
    if (typed.has("rows") && !counts.any())
        throw Error("option '--rows' goes with '--by' or '--timeline' only",
                    "add --by outlet, or --timeline; -n is how many hits are shown");
    if (format.for_programs) counts.columns = all_columns;
    const bool limit_0 = typed.has("limit") && request.limit == no_limit;
    if (format.for_screens && counts.any() && limit_0 && !typed.has("rows")) {
        request.count_only = true;
        request.with_passages = false;
    } else {
        set_rows(line, typed, format.for_screens, counts);
    }
}

void check_tables(const SearchRequest& request, OutputFormat format) {
    if (format != OutputFormat::csv) return;
    const std::size_t tables = request.counts.timeline
                                   ? std::max<std::size_t>(request.counts.by.size(), 1)
                                   : request.counts.by.size();
    if (tables > 1) throw Error("CSV has one table only", "give one --by, or one with --timeline");
    if (tables == 1 && !request.count_only)
        throw Error("CSV has one table only: the counts or the hits", "leave out --limit or --by");
}

}  // namespace dateline
