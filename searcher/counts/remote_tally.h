// SPDX-License-Identifier: GPL-2.0-or-later
// Counts of an archive on another machine, which counts with nothing of ours: values by Xapian's
// own spy, days and the cells of a table from the keys that come with the articles of a list.
#pragma once

#include <xapian.h>

#include "searcher/archives/archives.h"
#include "searcher/counts/tally.h"

namespace dateline {

/// Adds the articles of the query in this archive. `by_days`: also by days of publication.
void add_remote_counts(const Archive& archive, const Xapian::Query& query, bool by_days,
                       Tally& tally);

}  // namespace dateline
