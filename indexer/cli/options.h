// SPDX-License-Identifier: GPL-2.0-or-later
// The indexer's command line, checked: arguments -> what to do. No folder is looked at here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/sync/sync.h"

namespace dateline {

enum class Verbosity { quiet, normal, verbose };

/// What the run is for: to bring the index in step, or to look at it.
enum class Purpose { sync, status, audit, verify, export_articles, move_root, show_config };

struct IndexCommand {
    std::optional<std::string> text;   ///< to be printed instead: help, version
    std::vector<std::string> folders;  ///< as typed; none: all that the index knows
    std::vector<std::string> forget;   ///< folders to take out of the index, as typed
    std::string index;                 ///< as typed, "" for the usual place
    std::vector<std::string> others;   ///< more indexes, as typed, of which to tell the status too
    Purpose purpose = Purpose::sync;
    std::string moved_root;  ///< the folder that has moved, as typed; its new place is in `folders`
    std::string output;      ///< file for what is exported, as typed; "-": standard output
    bool json = false;       ///< of what was looked at
    std::optional<FileFilter> filter;  ///< of the folders from now on; none: as before
    bool rebuild = false;
    bool dry_run = false;
    bool allow_removals = false;
    std::uint32_t watch_seconds = 0;  ///< pause between runs; 0: one run
    Verbosity verbosity = Verbosity::normal;
    bool wait = true;
    WriterChoice writer = WriterChoice::automatic;
    std::uint32_t jobs = 0;  ///< threads; 0: as many as there are cores
    std::uint32_t memory_mb = 512;
    std::uint32_t most_article_mb = 32;

    bool operator==(const IndexCommand&) const = default;
};

/// Reads the arguments (without the program's name). Throws Error that names the option and what is
/// allowed.
IndexCommand read_index_command(std::span<const std::string_view> arguments);

}  // namespace dateline
