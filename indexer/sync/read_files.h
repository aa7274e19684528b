// SPDX-License-Identifier: GPL-2.0-or-later
// Files -> runs for the bulk loader, on several threads: each reads, analyses and inverts blocks of
// consecutive files. The order of the files alone decides what is written, not the number of
// threads.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/sync/file_change.h"
#include "indexer/writers/bulk/bulk_loader.h"

namespace dateline {

/// Ids that only one file's article may have, or none's: its hash is that of several.
using TakenIds = std::map<std::string, const WalkedFile*>;

struct ReadFilesOptions {
    unsigned jobs = 1;
    std::size_t memory_bytes = std::size_t{512} << 20;  ///< for all runs that are held at once
    std::function<void(std::uint64_t done, std::uint64_t total)>
        progress;  ///< files; on any thread
    TakenIds taken_ids;
};

struct FilesRead {
    FileChanges changes;                 ///< one a file, in the order of the files
    std::vector<std::string> languages;  ///< stemmers used, sorted
};

/// Reads all files and appends their articles to the loader. Nothing is committed. Throws Error or
/// Interrupted.
FilesRead read_files(BulkLoader& loader, const std::vector<FileToRead>& files,
                     const ReadSettings& settings, const ReadFilesOptions& options);

}  // namespace dateline
