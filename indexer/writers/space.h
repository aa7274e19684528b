// SPDX-License-Identifier: GPL-2.0-or-later
// How much of a database is unused. An update writes changed blocks anew and leaves the old ones
// free for later; after many changes most of a database may be such blocks.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

struct SpaceUse {
    std::uint64_t bytes = 0;  ///< of the database's files
    std::uint64_t free = 0;   ///< of blocks that hold nothing; 0 if that cannot be told

    bool operator==(const SpaceUse&) const = default;
};

/// Reads the free lists of a glass database's tables (Xapian 1.4: a list of block numbers, in
/// blocks of its own, that begins and ends where the version file says).
SpaceUse space_of(const std::string& generation);

/// True if it should be written anew: more than half of it is free, and that is worth the while.
bool is_sparse(const SpaceUse& space);

/// Writes what the database holds, under the same document numbers, to the new folder `to`, and
/// makes that durable. Throws Error.
void compact_database(const std::string& from, const std::string& to);

}  // namespace dateline
