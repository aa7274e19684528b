// SPDX-License-Identifier: GPL-2.0-or-later
// One run of the indexer, from its beginning to its end: what was asked, what the index knew, what
// is to be done, and what came of it. Two strategies do the work, update (indexer/sync/update.h)
// and rebuild (indexer/sync/rebuild.h).
#pragma once

#include "indexer/sync/file_change.h"
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

    /// How far it is; of `reading` with the files.
    void tell(RunPhase phase, std::uint64_t done = 0, std::uint64_t total = 0) const {
        if (events.progress) events.progress(phase, done, total);
    }

    /// The whole path of a file of a root, also of one that is forgotten in this run.
    std::string path_of(std::uint32_t root, std::string_view path) const;

    /// The same as a value, if changed files are to be listed.
    PathOf listed_paths() const;
};

}  // namespace dateline
