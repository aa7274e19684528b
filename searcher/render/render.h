// SPDX-License-Identifier: GPL-2.0-or-later
// The table of output formats: what each is called, what it has a place for, and the function that
// writes it. A new format is its file and a row here; options and help take its name from the row.
#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "searcher/render/citation.h"
#include "searcher/render/list.h"
#include "searcher/render/page.h"
#include "searcher/result.h"

namespace dateline {

enum class OutputFormat {
    text,
    list,
    json,
    json_lines,
    csv,
    markdown,
    html,
    atom,
    files,
    citations
};

/// What the formats heed of how the answer is to be shown, each its own.
struct RenderOptions {
    TextOptions text;
    std::span<const ListColumn* const> columns;  ///< of `list`
    CitationStyle cite = CitationStyle::apa;
    bool guarded_cells = false;  ///< of CSV: none begins as a formula does
    bool zero_bytes = false;     ///< of `files`: names end in '\0', not in a line break
    bool for_terminal = false;   ///< what else is written as it is, is made safe
};

struct OutputKind {
    OutputFormat format = OutputFormat::text;
    std::string_view name = "";       ///< of --format; "" for one with an option of its own
    std::string_view ending = "txt";  ///< of a file of it
    std::string_view media_type = "text/plain; charset=utf-8";
    bool tells_count = false;   ///< --count gives all of it, not one bare number
    bool folds = false;         ///< copies are one hit, unless asked otherwise
    bool tells_rest = false;    ///< that there are more hits, and what might help without any
    bool tells_state = false;   ///< that a file has changed since
    bool for_programs = false;  ///< a table may have more columns than a screen
    bool for_screens = false;   ///< counts are cut where they would fill it
    bool has_passages = true;
    void (*render)(const SearchResult&, const RenderOptions&, std::ostream&) = nullptr;
};

std::span<const OutputKind> formats();

/// The row of a format.
const OutputKind& row_of(OutputFormat format);

/// The row that --format calls so; the first one if there is none.
const OutputKind& format_named(std::string_view name);

}  // namespace dateline
