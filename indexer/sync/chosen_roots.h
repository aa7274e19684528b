// SPDX-License-Identifier: GPL-2.0-or-later
// Which roots are meant by the folders and files that a run is given, and which may be one.
#pragma once

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

/// What a run takes out of the index.
struct Forgotten {
    std::vector<Root> whole;     ///< gone from `state`
    std::vector<Root> narrowed;  ///< of which single files were named, and some no longer are
};

/// What `forget` names, as typed. Throws Error for what the index does not have, or where a file is
/// among the `folders` to be read: a shell has put it there.
Forgotten forget_roots(IndexState& state, const std::vector<std::string>& forget,
                       const std::vector<std::string>& folders);

}  // namespace dateline
