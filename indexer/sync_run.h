// SPDX-License-Identifier: GPL-2.0-or-later
// One run of the indexer, from its beginning to its end: what was asked, what the index knew, what
// is to be done, and what came of it. Two strategies do the work, update (indexer/update.h) and
// rebuild (indexer/rebuild.h).
#pragma once

#include "indexer/index_state.h"
#include "indexer/read_articles.h"
#include "indexer/sync.h"
#include "indexer/sync_plan.h"

namespace dateline {

struct SyncRun {
    const SyncOptions& options;
    const SyncEvents& events;
    ReadSettings settings;
    IndexState state;  ///< of the index before the run, then after it
    SyncPlan plan;
    IndexReport report;
};

}  // namespace dateline
