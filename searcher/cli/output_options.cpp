// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/output_options.h"

#include <algorithm>

#include "common/error.h"
#include "searcher/cli/count_options.h"

namespace dateline {
namespace {

OutputFormat read_format(const CommandLine& line) {
    if (line.has("files")) return OutputFormat::files;
    if (line.has("cite")) return OutputFormat::citations;
    return format_named(line.has("json") ? "json" : line.value("format").value_or("text")).format;
}

CitationStyle read_style(const std::string& typed) {
    if (typed == "chicago") return CitationStyle::chicago;
    if (typed == "bibtex") return CitationStyle::bibtex;
    return typed == "ris" ? CitationStyle::ris : CitationStyle::apa;
}

/// Lists for people fold copies, unless it is said otherwise; counts do where it is asked for.
CopyMode read_copies(const CommandLine& line, const CommandLine& typed, bool folds) {
    const std::string usual = folds ? line.value("copies").value_or("fold") : "show";
    const std::string mode = typed.value("copies").value_or(usual);
    if (mode == "only") return CopyMode::only;
    return mode == "fold" ? CopyMode::fold : CopyMode::show;
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
    output.colors = read_colors(line.value("colors").value_or(""));
    output.columns = list_columns(line.value("columns").value_or(std::string(usual_list_columns)));
    output.editor = line.value("editor").value_or("");
    output.pager = line.value("pager").value_or("auto") != "never";
    return output;
}

void suit_to_format(const CommandLine& line, const CommandLine& typed, SearchCommand& command) {
    const OutputKind& format = row_of(command.output.format);
    SearchRequest& request = command.request;
    if (typed.has("columns") && format.format != OutputFormat::list)
        throw Error("option '--columns' goes with '--format list' only",
                    "add --format list, or leave out --columns");
    suit_counts(line, typed, format, request);
    request.copies =
        read_copies(line, typed,
                    format.folds && !request.count_only &&
                        (!request.subject || request.subject->kind != SubjectKind::copies));
    request.with_passages &= format.has_passages || command.open != OpenTarget::nothing;
    if (command.study && command.study->kind == StudyKind::changes &&
        format.format != OutputFormat::text && format.format != OutputFormat::json)
        throw Error("option '--changes' gives text or JSON only", "leave out the other format");
    if (typed.has("copies") && request.counts.any() && request.copies != CopyMode::show)
        request.counts.texts = true;
    request.for_citations = format.format == OutputFormat::citations;
    request.check_files = format.tells_state || command.open != OpenTarget::nothing;
    command.tell_rest = !format.tells_rest && !request.count_only && !typed.has("limit");
    command.bare_count = request.count_only && !request.counts.any() && !format.tells_count;
    command.tell_advice = !format.tells_rest || command.bare_count;
}

}  // namespace dateline
