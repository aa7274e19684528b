// SPDX-License-Identifier: GPL-2.0-or-later
// The files of an index folder, looked at before Xapian sees them: the stub, the generation that it
// names, the tables that this must have. Xapian runs programs and opens connections that a stub
// names, and takes a table that is missing or cannot be read for an empty one; so it is given a
// folder, never a stub, and only one that was found whole here.
//
//     INDEX/XAPIANDB        a Xapian stub file that names the current generation
//     INDEX/generation-N/   a standard glass database
//     INDEX/lock            held by the one writer
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

inline constexpr std::string_view stub_name = "XAPIANDB";
inline constexpr std::string_view generation_prefix = "generation-";
inline constexpr std::string_view lock_name = "lock";
inline constexpr std::string_view version_name = "iamglass";

/// What to do about a damaged index.
inline constexpr const char* rebuild_hint = "build it anew with 'dateline-index --rebuild'";

/// The N of "generation-N", which is 1 at least and written without leading zeros; 0 for any other
/// name.
std::uint64_t generation_number(std::string_view name);

enum class StubState {
    absent,
    good,
    damaged,  ///< not what we write, but there are generations beside it
    foreign   ///< somebody else's
};

struct Stub {
    StubState state = StubState::absent;
    std::string generation;  ///< the folder's name, if the state is good

    bool operator==(const Stub&) const = default;
};

/// Good is exactly what the indexer writes: a regular file of one line, `auto generation-N`. Throws
/// Error if there is one that cannot be read.
Stub read_stub(const std::string& folder);

/// The folder of the current generation, "" if there is none. Throws Error if the stub is damaged
/// or not ours.
std::string current_generation(const std::string& folder);

/// The folder of the last generation that has its version file, "" if there is none. For when no
/// stub says which one is current.
std::string newest_generation(const std::string& folder);

/// Names in the folder, in any order; none if it cannot be read.
std::vector<std::string> names_in(const std::string& folder);

/// A table as the version file of a database describes it.
struct TableState {
    std::string_view name;  ///< of its file, without ".glass"
    bool used = false;      ///< false: it holds nothing, and there may be no file
    std::uint64_t block_bytes = 0;
    std::string free_list;  ///< where its free blocks are told, as Xapian writes it
};

/// What the bytes of a version file (Xapian 1.4, glass) say of the six tables. Throws Error for
/// bytes that make no sense.
std::vector<TableState> read_tables(std::string_view bytes);

/// The tables of the generation (a path in `folder`). Throws Error if that is not a real folder
/// with a version file that makes sense and all tables that this says are in use. Of files it reads
/// only that one.
std::vector<TableState> check_generation(const std::string& folder, const std::string& generation);

/// Throws Error if the version file or a table in use can no longer be read.
void check_still_there(const std::string& folder, const std::string& generation,
                       const std::vector<TableState>& tables);

/// Something that differs after each commit and each switch to another generation: what was read
/// between two equal ones is of one state.
std::string fingerprint(const std::string& folder);

IndexError damaged_index(const std::string& folder, const std::string& why);

}  // namespace dateline
