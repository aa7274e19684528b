// SPDX-License-Identifier: GPL-2.0-or-later
// What archives are called that have no name of their own: as their folders, as far as it takes to
// tell them apart.
#pragma once

#include <string>
#include <vector>

#include "searcher/archives/named_folder.h"

namespace dateline {

/// Each folder once, in order, with the last parts of its path that no other has: "desk" and "mine"
/// for /mnt/desk and ~/mine, "a/index" and "b/index" for /a/index and /b/index.
std::vector<NamedFolder> named(const std::vector<std::string>& folders);

}  // namespace dateline
