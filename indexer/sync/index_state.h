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
    FileFilter filter(std::uint32_t root) const;
    /// The root that is meant by a folder as typed, also when its disk is not there; or nullptr.
    const Root* find_root(const std::string& typed) const;
    /// The same; throws Error if there is none.
    const Root& known_root(const std::string& typed) const;
};

/// The path of a folder to which a root has moved, absolute and without links. Throws Error if it
/// is no folder that is there, lies in another root or contains one.
std::string place_for_root(const IndexState& state, const Root& root, const std::string& typed);

/// The whole path of a file as typed; nothing if it is none.
std::optional<std::string> named_file(const std::string& typed);

/// Takes a file out of those that were named of a folder, if it is one of several. The run then
/// finds it gone.
bool forget_file(IndexState& state, const std::string& typed);

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

/// The roots meant by the folders as typed, absolute and without links; new ones get the next
/// number and are added to `state`. A file means the folder that it is in, with a filter that names
/// it, unless it lies in a root already. No folders: all roots. Throws Error for a new folder that
/// is not there, lies in another root or contains one.
std::vector<Root> choose_roots(IndexState& state, const std::vector<std::string>& folders);

}  // namespace dateline
