// SPDX-License-Identifier: GPL-2.0-or-later
// Brings the current database in step, in place and in one transaction: for small changes.
#pragma once

#include "indexer/sync/sync_run.h"

namespace dateline {

/// Does what the run's plan says. Its state and report follow when all is committed. Throws Error,
/// or Interrupted: then the index is as it was.
void update(SyncRun& run);

}  // namespace dateline
