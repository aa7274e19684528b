// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/sync_run.h"

#include <algorithm>

namespace dateline {

std::string SyncRun::path_of(std::uint32_t root, std::string_view path) const {
    for (const std::vector<Root>* roots : {&state.info.roots, &plan.forgotten}) {
        const auto found = std::ranges::find(*roots, root, &Root::number);
        if (found != roots->end()) return whole_path(*found, path);
    }
    return std::string(path);
}

PathOf SyncRun::listed_paths() const {
    if (!options.list_changes) return {};
    return [this](std::uint32_t root, std::string_view path) { return path_of(root, path); };
}

}  // namespace dateline
