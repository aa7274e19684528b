// SPDX-License-Identifier: GPL-2.0-or-later
// What a run made of one file, whichever way the index was written: from these values alone it is
// counted, listed and remembered.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/sync/ledger.h"
#include "indexer/sync/read_articles.h"
#include "indexer/sync/root_plan.h"
#include "indexer/sync/sync.h"

namespace dateline {

struct FileChange {
    std::uint32_t root = 0;
    std::string path;                  ///< root-relative
    std::optional<FileRecord> record;  ///< of the file as it is now; none: it is gone
    ArticleCounts counts;
    bool known = false;                ///< it was remembered before
    const MovedFile* moved = nullptr;  ///< where it came from; lives in the plan
};

/// Millions of them in a large archive, so that the memory of each is given back when it is done
/// with.
using FileChanges = std::deque<FileChange>;

/// Of a file that was read.
FileChange change_of(const FileToRead& input, FileReading reading);

/// Of a file that is there no more, or is not wanted any more.
FileChange change_of_gone(std::uint32_t root, const std::string& path, const FileRecord& record);

/// A file's whole path.
using PathOf = std::function<std::string(std::uint32_t root, std::string_view path)>;

/// Adds what became of the articles to the report; the changed files, too, if there are paths for
/// them.
void count_changes(const FileChanges& changes, const PathOf& path_of, IndexReport& report);

/// Brings the ledgers in step; the records are moved out of the changes.
void remember_changes(FileChanges changes, std::map<std::uint32_t, Ledger>& ledgers);

}  // namespace dateline
