// SPDX-License-Identifier: GPL-2.0-or-later
// The indexer's command line, checked: arguments -> what to do. No folder is looked at here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

enum class Verbosity { quiet, normal, verbose };

struct IndexCommand {
    std::optional<std::string> text;   ///< to be printed instead: help, version
    std::vector<std::string> folders;  ///< as typed; none: all that the index knows
    std::vector<std::string> forget;   ///< folders to take out of the index, as typed
    std::string index;                 ///< as typed, "" for the usual place
    bool rebuild = false;
    bool dry_run = false;
    bool allow_removals = false;
    Verbosity verbosity = Verbosity::normal;

    bool operator==(const IndexCommand&) const = default;
};

/// Reads the arguments (without the program's name). Throws Error that names the option and what is
/// allowed.
IndexCommand read_index_command(std::span<const std::string_view> arguments);

}  // namespace dateline
