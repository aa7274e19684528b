// SPDX-License-Identifier: GPL-2.0-or-later
// What a run knows of the index before it begins: its roots, what it says of itself, and its
// ledgers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/index_store.h"
#include "indexer/ignore_rules.h"
#include "indexer/ledger.h"

namespace dateline {

struct IndexState {
    IndexInfo info;
    std::string generation;                       ///< folder; "" if there is no index yet
    std::map<std::uint32_t, Ledger> ledgers;      ///< of each root
    std::map<std::uint32_t, FileFilter> filters;  ///< of each root that has one

    Ledger& ledger(std::uint32_t root);
    FileFilter filter(std::uint32_t root) const;
    const Root* find_root(const std::string& path) const;
};

/// The key of the metadata entry that keeps a root's filter.
std::string filter_metadata_key(std::uint32_t root);

/// Reads the index's state. For a `rebuild` an index of another version, or a damaged one, gives
/// what can be had of its roots; else that is an Error.
IndexState load_state(const std::string& index, bool rebuild);

/// The roots meant by the folders as typed, absolute and without links; new ones get the next
/// number and are added to `state`. No folders: all roots. Throws Error for a folder that is not
/// there, lies in another root or contains one.
std::vector<Root> choose_roots(IndexState& state, const std::vector<std::string>& folders);

}  // namespace dateline
