// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/output_options.h"

#include <algorithm>

#include "common/error.h"

namespace dateline {
namespace {

OutputFormat read_format(const CommandLine& line) {
    struct Row {
        std::string_view name;
        OutputFormat format;
    };
    constexpr Row rows[] = {
        {"text", OutputFormat::text},        {"json", OutputFormat::json},
        {"jsonl", OutputFormat::json_lines}, {"csv", OutputFormat::csv},
        {"md", OutputFormat::markdown},      {"html", OutputFormat::html},
    };
    if (line.has("files")) return OutputFormat::files;
    if (line.has("cite")) return OutputFormat::citations;
    const std::string typed = line.has("json") ? "json" : line.value("format").value_or("text");
    return std::find_if(std::begin(rows), std::end(rows),
                        [&](const Row& row) { return row.name == typed; })
        ->format;
}

CitationStyle read_style(const std::string& typed) {
    if (typed == "chicago") return CitationStyle::chicago;
    if (typed == "bibtex") return CitationStyle::bibtex;
    return typed == "ris" ? CitationStyle::ris : CitationStyle::apa;
}

/// Whether the format shows that a file has changed since.
bool shows_state(OutputFormat format) {
    switch (format) {
        case OutputFormat::text:
        case OutputFormat::json:
        case OutputFormat::json_lines:
        case OutputFormat::csv:
            return true;
        case OutputFormat::markdown:
        case OutputFormat::html:
        case OutputFormat::files:
        case OutputFormat::citations:
            return false;
    }
    return true;
}

}  // namespace

OutputSettings read_output(const CommandLine& line) {
    OutputSettings output;
    output.format = read_format(line);
    output.cite = read_style(line.value("cite").value_or("apa"));
    output.guarded_cells = line.has("csv-safe");
    if (output.guarded_cells && output.format != OutputFormat::csv) {
        throw Error("option '--csv-safe' goes with '--format csv' only",
                    "add --format csv, or leave out --csv-safe");
    }
    output.zero_bytes = line.has("null");
    if (output.zero_bytes && output.format != OutputFormat::files) {
        throw Error("option '--null' goes with '--files' only", "add -l, or leave out -0");
    }
    const std::string color = line.value("color").value_or("auto");
    if (color == "always") output.color = ColorChoice::always;
    if (color == "never") output.color = ColorChoice::never;
    const std::string links = line.value("hyperlink").value_or("auto");
    if (links == "always") output.links = LinkChoice::always;
    if (links == "never") output.links = LinkChoice::never;
    output.pager = line.value("pager").value_or("auto") != "never";
    return output;
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

void suit_to_format(const CommandLine& typed, SearchCommand& command) {
    constexpr std::size_t most_columns = 100;
    const OutputFormat format = command.output.format;
    SearchRequest& request = command.request;
    const bool whole = format == OutputFormat::text || format == OutputFormat::json;
    if (format == OutputFormat::json || format == OutputFormat::json_lines ||
        format == OutputFormat::csv)
        request.counts.columns = most_columns;
    request.check_files = shows_state(format) || command.open != Opening::nothing;
    command.tell_rest = !whole && !request.count_only && !typed.has("limit");
    const bool bare_count = request.count_only && !request.counts.any();
    command.tell_advice = !whole || (bare_count && format == OutputFormat::text);
}

}  // namespace dateline
