// SPDX-License-Identifier: GPL-2.0-or-later
// What archives are called that have no name of their own: by the part of their folders'
// paths that tells them apart.
#pragma once

#include <string>
#include <vector>

#include "searcher/archives/named_folder.h"

namespace dateline {

/// A path without ".", ".." and a slash at its end.
std::string plain_path(const std::string& path);

/// Each folder once, in order, called by the last part of the paths in which all differ: "desk" and
/// "mine" for /mnt/desk/index and ~/mine/index. Where they differ in none: by the whole path.
std::vector<NamedFolder> named(const std::vector<std::string>& folders);

}  // namespace dateline
