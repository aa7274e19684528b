// SPDX-License-Identifier: GPL-2.0-or-later
// What a run will do: which roots are compared, what is to be read and removed in each, and whether
// that is done in place or by a new generation. Nothing is written.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/sync/index_state.h"
#include "indexer/sync/read_articles.h"
#include "indexer/sync/root_plan.h"
#include "indexer/sync/sync.h"

namespace dateline {

/// One root and what is to be done in it.
struct RootWork {
    Root root;
    std::unique_ptr<FolderDefaults> defaults;
    Walk walk;
    RootPlan plan;
    std::map<std::string, KnownItems> items;  ///< of the containers that are to be read, by path
    bool adopted = false;  ///< the outlets changed, and records were without any file read

    const KnownItems* items_of(const std::string& path) const;
};

struct RunPlan {
    std::vector<Root> forgotten;
    std::vector<RootWork> roots;
    std::vector<Problem> problems;  ///< folders that cannot be compared, and stay as they are
    bool new_generation = false;    ///< all files of all roots are read, into a new database
    bool empty = false;             ///< the index is in step already
};

/// Walks a root and compares it with its ledger; moves are still among `read` and `gone`. Records
/// of the ledger are changed where the user's outlets were, without effect on their files. Throws
/// Error if the root cannot be read.
RootWork compare_root(const Root& root, const std::string& index, const ReadSettings& settings,
                      IndexState& state);

/// A folder that cannot be read, or of which so much is gone that its disk may be missing, is a
/// problem, and the others go on; if there is none that could, or all files would have to be read,
/// it is an Error.
RunPlan plan_run(const SyncOptions& options, const ReadSettings& settings, IndexState& state);

}  // namespace dateline
