// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-index --status: what the index holds of each folder, and what the next run would change.
// Reads the index and walks the folders; opens no article and writes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/files/ignore_rules.h"
#include "indexer/readers/not_read.h"
#include "indexer/readers/raw_article.h"
#include "indexer/writers/space.h"

namespace dateline {

/// What the next run would find: counts of files.
struct Changes {
    std::uint64_t added = 0;
    std::uint64_t changed = 0;  ///< also for a new .dateline.yaml, outlets.toml or reader
    std::uint64_t gone = 0;
    std::uint64_t moved = 0;

    bool operator==(const Changes&) const = default;
    bool any() const { return added + changed + gone + moved > 0; }
};

struct RootStatus {
    std::string path;
    std::uint64_t articles = 0;
    std::uint64_t files = 0;      ///< that gave articles
    std::uint64_t problems = 0;   ///< of all its files
    std::vector<Problem> listed;  ///< of these, so many as are kept of each file; with whole paths
    std::uint64_t unread = 0;     ///< files that could not be read; each has a problem
    std::uint64_t ignored = 0;    ///< files and folders left out by patterns
    FilesByEnding not_read;       ///< files that are no articles
    FileFilter filter;
    std::optional<std::int64_t> last_run;  ///< seconds since 1970
    std::optional<Changes> changes;        ///< absent if the folder cannot be walked
    std::string why_not;                   ///< then: why

    bool operator==(const RootStatus&) const = default;
};

struct IndexStatus {
    std::string index;
    std::uint64_t articles = 0;
    SpaceUse space;  ///< of the database on disk
    std::vector<RootStatus> roots;
    std::string why_not;  ///< it cannot be told; "" if it can

    bool operator==(const IndexStatus&) const = default;
};

struct InspectOptions {
    std::string index;
    std::vector<std::string> folders;  ///< as typed; none: all of the index
    std::string outlets;               ///< text of the user's outlets.toml
};

/// Throws Error if there is no index, or a folder is not one of it.
IndexStatus index_status(const InspectOptions& options);

}  // namespace dateline
