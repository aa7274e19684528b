// SPDX-License-Identifier: GPL-2.0-or-later
// INDEX/last-run, beside the database: of which folders the index is, and when each was last
// compared with it. A run that finds nothing new writes nothing to the database, and a database
// that is damaged can be built anew without anybody naming its folders again.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "common/index_store.h"
#include "indexer/files/ignore_rules.h"

namespace dateline {

/// Hashes of the problems of a folder that the user has been told.
using ToldProblems = std::set<std::uint64_t>;

struct FolderNote {
    Root root;  ///< its path is "" in the file of an older version
    FileFilter filter;
    std::int64_t last_run = 0;  ///< seconds since 1970; 0: never
    ToldProblems told = {};

    bool operator==(const FolderNote&) const = default;
};

struct FolderNotes {
    std::vector<FolderNote> folders;
    std::uint32_t next_root = 0;  ///< the number for the next new folder

    /// The note of the root with this number, or nullptr.
    const FolderNote* find(std::uint32_t root) const;
    bool operator==(const FolderNotes&) const = default;
};

/// What the file says; a line that cannot be read, or no file, says nothing.
FolderNotes read_folder_notes(const std::string& index);

/// Replaces the file by one rename. Throws Error.
void write_folder_notes(const std::string& index, const FolderNotes& notes);

/// "2026-02-27 13:46 UTC"
std::string minute_text(std::int64_t seconds);

}  // namespace dateline
