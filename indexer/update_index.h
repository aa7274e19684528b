// SPDX-License-Identifier: GPL-2.0-or-later
// Brings a database in step through Xapian's own writer: for small changes in place, and for a new
// generation where the bulk loader cannot serve.
#pragma once

#include <string>

#include "indexer/index_state.h"
#include "indexer/sync.h"
#include "indexer/sync_plan.h"

namespace dateline {

/// Does what the plan says to the database in `folder`. With plan.new_generation the folder must
/// not exist, and all files of the plan's walks are read. Ledgers in `state` and counts in `report`
/// follow. Commits in batches, each complete in itself; a stop gives up the batch at hand.
void update_database(const std::string& folder, SyncPlan& plan, const ReadSettings& settings,
                     const SyncEvents& events, IndexState& state, IndexReport& report);

/// The counts of what became of one file. `before`: its record in the earlier state, if any.
void count_file(const FileRecord& record, const FileRecord* before, IndexReport& report);

/// The metadata of the index itself and of the ledgers' changed folders.
void save_state(IndexState& state, const std::vector<std::string>& languages,
                const std::function<void(const std::string&, const std::string&)>& set_metadata);

}  // namespace dateline
