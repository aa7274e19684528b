// SPDX-License-Identifier: GPL-2.0-or-later
// What a run tells when it is done.
#pragma once

#include <ostream>
#include <string>

#include "indexer/cli/options.h"
#include "indexer/sync/move_root.h"
#include "indexer/sync/sync.h"

namespace dateline {

/// Where it goes, and how much there is room for.
struct ReportPlace {
    std::ostream& out;
    std::ostream& errors;
    std::size_t width = 80;
    std::string index = "";  ///< as --index named it
};

/// Changed files, notes, problems, the summary and what was not read, as far as the verbosity goes.
/// A quiet run tells notes and new problems, so that what makes it fail is told.
void write_report(const IndexReport& report, Verbosity verbosity, double seconds,
                  const ReportPlace& place);

void write_moved_root(const MovedRoot& moved, std::ostream& out);

}  // namespace dateline
