// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/render.h"

#include <algorithm>
#include <array>

#include "searcher/render/atom.h"
#include "searcher/render/csv.h"
#include "searcher/render/html.h"
#include "searcher/render/json.h"
#include "searcher/render/markdown.h"
#include "searcher/render/text.h"

namespace dateline {
namespace {

void text(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
    render_text(result, options.text, out);
}

void list(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
    render_list(result, options.columns, options.text, out);
}

void csv(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
    render_csv(result, out, {options.guarded_cells, options.for_terminal});
}

void files(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
    render_files(result, {options.zero_bytes ? '\0' : '\n', options.for_terminal}, out);
}

void citations(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
    render_citations(result, options.cite, out);
}

/// One without options.
template <void (*render)(const SearchResult&, std::ostream&)>
void plain(const SearchResult& result, const RenderOptions& /*none*/, std::ostream& out) {
    render(result, out);
}

// clang-format off
constexpr std::array format_table{
    OutputKind{.format = OutputFormat::text, .name = "text", .folds = true, .tells_rest = true, .tells_state = true,
           .for_screens = true, .render = text},
    OutputKind{.format = OutputFormat::list, .name = "list", .folds = true, .for_screens = true, .render = list},
    OutputKind{.format = OutputFormat::json, .name = "json", .ending = "json", .media_type = "application/json",
            .tells_count = true, .tells_rest = true, .tells_state = true,
           .for_programs = true, .render = plain<render_json>},
    OutputKind{.format = OutputFormat::json_lines, .name = "jsonl", .ending = "jsonl", .media_type = "application/x-ndjson",
            .tells_state = true, .for_programs = true,
           .render = plain<render_json_lines>},
    OutputKind{.format = OutputFormat::csv, .name = "csv", .ending = "csv", .media_type = "text/csv; charset=utf-8",
            .tells_state = true, .for_programs = true, .render = csv},
    OutputKind{.format = OutputFormat::markdown, .name = "md", .ending = "md", .media_type = "text/markdown; charset=utf-8",
            .folds = true, .render = plain<render_markdown>},
    OutputKind{.format = OutputFormat::html, .name = "html", .ending = "html", .media_type = "text/html; charset=utf-8",
            .folds = true, .render = plain<render_html>},
    OutputKind{.format = OutputFormat::atom, .name = "atom", .ending = "atom", .media_type = "application/atom+xml",
            .render = plain<render_atom>},
    OutputKind{.format = OutputFormat::files, .has_passages = false, .render = files},
    OutputKind{.format = OutputFormat::citations, .has_passages = false, .render = citations},
};
// clang-format on

}  // namespace

std::span<const OutputKind> formats() {
    return format_table;
}

const OutputKind& row_of(OutputFormat format) {
    return *std::ranges::find(format_table, format, &OutputKind::format);
}

const OutputKind& format_named(std::string_view name) {
    const auto row = std::ranges::find(format_table, name, &OutputKind::name);
    return name.empty() || row == format_table.end() ? format_table.front() : *row;
}

}  // namespace dateline
