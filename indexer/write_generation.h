// SPDX-License-Identifier: GPL-2.0-or-later
// Writes a new generation from all files of all roots with the bulk loader, and checks it.
#pragma once

#include <string>

#include "indexer/index_state.h"
#include "indexer/sync.h"
#include "indexer/sync_plan.h"

namespace dateline {

/// Writes the database in `folder`, which must not exist. `state` holds the earlier ledgers,
/// against which the report counts (none: all articles are new), and the new ones afterwards. False
/// if the written database did not pass its check: it is removed, `why` says what was wrong, and
/// nothing else has changed. Throws Error if it cannot be written; the folder is then gone again.
bool write_generation(const std::string& folder, const SyncPlan& plan, const ReadSettings& settings,
                      const SyncOptions& options, const SyncEvents& events, IndexState& state,
                      IndexReport& report, std::string& why);

}  // namespace dateline
