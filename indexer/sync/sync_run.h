// SPDX-License-Identifier: GPL-2.0-or-later
// One run of the indexer, from its beginning to its end: what was asked, what the index knew, what
// is to be done, and what came of it. Two strategies do the work, update (indexer/sync/update.h)
// and rebuild (indexer/sync/rebuild.h).
#pragma once

#include "indexer/sync/index_state.h"
#include "indexer/sync/read_articles.h"
#include "indexer/sync/run_plan.h"
#include "indexer/sync/sync.h"

namespace dateline {

struct SyncRun {
    const SyncOptions& options;
    const SyncEvents& events;
    ReadSettings settings;
    IndexState state;  ///< of the index before the run, then after it
    RunPlan plan;
    IndexReport report;
};

}  // namespace dateline
