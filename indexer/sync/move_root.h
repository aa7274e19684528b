// SPDX-License-Identifier: GPL-2.0-or-later
// A folder of articles that stands somewhere else now: the index is told, and nothing is read
// again. Ids depend on a root's number and on paths within it, so that they all stay.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/sync/sync.h"

namespace dateline {

struct MovedRoot {
    std::string from;
    std::string to;
    std::uint64_t articles = 0;  ///< of the root
    std::uint64_t files = 0;     ///< that it has in the index
    std::uint64_t missing = 0;   ///< of them not in the new place
    std::uint64_t other = 0;     ///< there, but of another size or time: the next run reads them
    std::string note = {};       ///< what went wrong beside the index; "" if nothing did
};

/// `from` as it is or was called, `to` a folder that is there. Copies count, too: of a file with
/// the same size and time of change only the inode's time is taken over. Throws Error, and changes
/// nothing, if `from` is no folder of the index, `to` lies in another one or has one, or less than
/// half of the files are in `to`, unless removals are allowed.
MovedRoot move_root(const SyncOptions& options, const SyncEvents& events, const std::string& from,
                    const std::string& to);

}  // namespace dateline
