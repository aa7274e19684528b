// SPDX-License-Identifier: GPL-2.0-or-later
// A folder -> the files below it, with what the system knows of each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/file_stamp.h"
#include "common/input_file.h"
#include "indexer/files/ignore_rules.h"

namespace dateline {

struct WalkedFile {
    std::string folder;  ///< relative to the root, "" for the root itself, else "2026/02"
    std::string name;
    FileStamp stamp;  ///< without hash

    std::string path() const { return folder.empty() ? name : folder + "/" + name; }
};

struct Walk {
    std::vector<WalkedFile> files;  ///< by folder, then name, as bytes
    std::vector<Problem> problems;  ///< folders that cannot be read
    std::uint64_t ignored = 0;      ///< files and folders left out by patterns
};

struct WalkOptions {
    std::string index;  ///< folder of the index, which is never entered; "" if not known
    FileFilter filter;
};

/// The regular files below `root`. Left out are hidden files and folders (`.name`), what a
/// `.datelineignore` in their folder or one above names, what the filter does not want, and any
/// index. Symbolic links are followed, after all real folders; a folder met again is not entered
/// twice, so loops end. Devices, pipes and sockets are passed over. Throws Error if the root cannot
/// be read.
Walk walk_folder(const std::string& root, const WalkOptions& options = {});

}  // namespace dateline
