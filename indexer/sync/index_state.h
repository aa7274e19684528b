// SPDX-License-Identifier: GPL-2.0-or-later
// What a run knows of the index before it begins: its roots, what it says of itself, and its
// ledgers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/index_store.h"
#include "indexer/files/ignore_rules.h"
#include "indexer/sync/ledger.h"

namespace dateline {

struct IndexState {
    IndexInfo info;
    std::uint32_t next_root = 0;                   ///< the number for the next new root
    std::string generation;                        ///< folder; "" if there is no index yet
    std::optional<Xapian::Database> database;      ///< it, as it was; none if it cannot be used
    std::map<std::uint32_t, Ledger> ledgers;       ///< of each root
    std::map<std::uint32_t, FileFilter> filters;   ///< of each root that has one
    std::map<std::uint32_t, std::string> outlets;  ///< of each root the outlets.toml of its records
    std::string renewal;  ///< why the index has to be made anew from its files; "" if it need not

    Ledger& ledger(std::uint32_t root);
    const FileFilter& filter(std::uint32_t root) const;
    /// The root that is meant by a folder as typed, also when its disk is not there; or nullptr.
    const Root* find_root(const std::string& typed) const;
    /// The same; throws Error if there is none.
    const Root& known_root(const std::string& typed) const;
};

/// The key of the metadata entry that keeps a root's filter.
std::string filter_metadata_key(std::uint32_t root);
/// … and the one that keeps the outlets.toml that it was compared with last.
std::string outlets_metadata_key(std::uint32_t root);

/// Reads the index's state. Of an index of an older format only its roots are known, and that it
/// has to be renewed. A damaged one is an Error, but for a `rebuild` gives its roots as well.
IndexState load_state(const std::string& index, bool rebuild);

/// Gives what the index remembers: the ledgers' changes, the roots, the languages of its articles.
void save_state(IndexState& state, const std::vector<std::string>& languages,
                const SetMetadata& set_metadata);

}  // namespace dateline
