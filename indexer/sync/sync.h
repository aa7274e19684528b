// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps the index in step with its folders: what is new, changed or gone in them is added, replaced
// or removed, in place or, for a first run and a rebuild, in a new generation.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/calendar.h"
#include "indexer/files/ignore_rules.h"
#include "indexer/readers/not_read.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// Who writes a new generation: the bulk loader, if it can, or Xapian's own writer.
enum class WriterChoice { automatic, bulk, xapian };

struct SyncOptions {
    std::string index;                 ///< folder of the index
    std::vector<std::string> folders;  ///< as typed; none: all that the index knows
    std::vector<std::string> forget;   ///< folders to take out
    std::string outlets;               ///< text of the user's outlets.toml
    std::uint64_t most_article_bytes = 32 << 20;
    std::optional<FileFilter> filter;  ///< of the folders, from now on; none: as before
    Day today{};                       ///< later dates are reported
    std::int64_t now = 0;              ///< seconds since 1970, for the note of the last run
    bool rebuild = false;
    bool dry_run = false;
    bool list_changes = false;  ///< in the report, file by file
    bool allow_removals = false;
    bool wait = true;  ///< for another writer
    WriterChoice writer = WriterChoice::automatic;
    unsigned jobs = 0;                                  ///< threads; 0: as many as there are cores
    std::size_t memory_bytes = std::size_t{512} << 20;  ///< for what is not yet written
};

enum class RunPhase { reading, writing, checking, compacting };

/// How the run tells what it is doing. All may be empty.
struct SyncEvents {
    /// On any thread; of `reading` with so many files of all.
    std::function<void(RunPhase, std::uint64_t done, std::uint64_t total)> progress = {};
    void (*waiting)(const std::string& who) = nullptr;
    const std::atomic<bool>* stop = nullptr;  ///< true: the user pressed Ctrl-C
};

/// What became of a file.
struct ListedChange {
    std::string what;       ///< "added", "updated", "moved", "removed", "skipped"
    std::string path;       ///< of the file, with its folder's
    std::string from = "";  ///< where it was, of one that has moved

    bool operator==(const ListedChange&) const = default;
};

/// What a run did, counted in articles; in a dry run, what it would do, counted in files,
/// but those that are unchanged in articles.
struct IndexReport {
    std::uint64_t added = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t removed = 0;
    std::uint64_t moved = 0;            ///< of files that were renamed or moved
    FilesByEnding not_read;             ///< files that are no articles
    std::vector<std::string> notes;     ///< what the user should know of the run itself
    std::vector<Problem> problems;      ///< that are told for the first time; with whole paths
    std::vector<Problem> old_problems;  ///< of all files of the folders compared, told before
    std::uint64_t more_problems = 0;    ///< for which one of those stands
    bool fatal = false;                 ///< something could not be read, and is told as new
    std::vector<ListedChange> changes;
    /// Hashes of the problems of each root that was compared, for remember_told().
    std::map<std::uint32_t, std::set<std::uint64_t>> told;

    std::uint64_t problem_count() const {
        return problems.size() + old_problems.size() + more_problems;
    }
    std::uint64_t total() const { return added + updated + unchanged + moved; }
    bool operator==(const IndexReport&) const = default;
};

/// Throws Error when it cannot go on; the index then is as it was before. After a stop that is an
/// Error with status 130.
IndexReport sync_index(const SyncOptions& options, const SyncEvents& events);

/// To be called when the report has reached the user, with its first problems or all of them:
/// later runs do not tell any of them as new. That it cannot be noted, as another run has begun, is
/// no failure; they are told again then.
void remember_told(const std::string& index, const IndexReport& report);

/// Whether there is something to tell beside what was told of the run before: changes, or other
/// problems.
bool tells_more(const IndexReport& report, const IndexReport& before);

/// `5 articles: 5 added, 0 updated, 0 unchanged, 0 removed, 0 problems in 0.1 s`
std::string summary_line(const IndexReport& report, double seconds);

}  // namespace dateline
