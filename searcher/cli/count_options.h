// SPDX-License-Identifier: GPL-2.0-or-later
// The options of counts: --by, --timeline, --rows, --texts, --share and --count.
#pragma once

#include "common/command_line.h"
#include "searcher/render/render.h"
#include "searcher/request.h"

namespace dateline {

/// Counts come instead of the hits, unless so many hits are asked for.
void read_counts(const CommandLine& typed, SearchRequest& request);

/// How many rows and columns they have: programs get all, unless rows are typed; a screen as the
/// configuration says, and otherwise so many values that they do not fill it. -n0 beside counts
/// means all of them there: nobody reads every article below a table.
void suit_counts(const CommandLine& line, const CommandLine& typed, const OutputKind& format,
                 SearchRequest& request);

/// Throws Error for what has no place in the format: CSV is one table.
void check_tables(const SearchRequest& request, OutputFormat format);

}  // namespace dateline
