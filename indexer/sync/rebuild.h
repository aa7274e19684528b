// SPDX-License-Identifier: GPL-2.0-or-later
// A new generation beside the old one, from all files: for first runs, rebuilds and large changes.
// The bulk loader writes it, or, where the loader does not know this libxapian's format or its
// check fails, Xapian's own writer.
#pragma once

#include "indexer/sync/sync_run.h"

namespace dateline {

/// Reads all files of the run's plan and switches to the new generation. Its state and report
/// follow. Throws Error, or Interrupted: then the index is as it was and nothing is left over.
void rebuild(SyncRun& run);

}  // namespace dateline
