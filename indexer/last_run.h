// SPDX-License-Identifier: GPL-2.0-or-later
// INDEX/last-run: when each folder was last compared with the index. Beside the database, since a
// run that finds nothing new writes nothing to that.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace dateline {

/// By number of the root: seconds since 1970.
using LastRuns = std::map<std::uint32_t, std::int64_t>;

/// What the file says; a line that cannot be read, or no file, says nothing.
LastRuns read_last_runs(const std::string& index);

/// Replaces the file by one rename. Throws Error.
void write_last_runs(const std::string& index, const LastRuns& runs);

/// "2026-02-27 13:46 UTC"
std::string minute_text(std::int64_t seconds);

}  // namespace dateline
