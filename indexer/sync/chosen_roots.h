// SPDX-License-Identifier: GPL-2.0-or-later
// Which roots are meant by the folders and files that a run is given, and which may be one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/sync/index_state.h"

namespace dateline {

/// The roots meant by the folders as typed, absolute and without links; new ones get the next
/// number and are added to `state`. A file means the folder that it is in, with a filter that names
/// it, unless it lies in a root already. No folders: all roots. Throws Error for a new folder that
/// is not there, lies in another root or contains one.
std::vector<Root> choose_roots(IndexState& state, const std::vector<std::string>& folders);

/// The path of a folder to which a root has moved, absolute and without links. Throws Error if it
/// is no folder that is there, lies in another root or contains one.
std::string place_for_root(const IndexState& state, const Root& root, const std::string& typed);

/// Takes a file out of those that were named of a folder, if it is one of several, and gives the
/// root, which then has it no more.
std::optional<Root> forget_file(IndexState& state, const std::string& typed);

}  // namespace dateline
