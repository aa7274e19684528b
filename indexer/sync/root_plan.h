// SPDX-License-Identifier: GPL-2.0-or-later
// The folder as it is against the folder as the index knows it -> which files to read and which are
// gone. A pure comparison: nothing is opened.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/files/walk.h"
#include "indexer/sync/ledger.h"

namespace dateline {

/// A file that is new here with the content of one that is gone there; `from_root` may be another.
struct MovedFile {
    WalkedFile file;
    std::uint64_t hash = 0;  ///< of its content
    std::uint32_t from_root = 0;
    std::string from;
    std::uint64_t articles = 0;  ///< that it had there
};

/// What a run over one root has to do.
struct RootPlan {
    std::vector<WalkedFile> read;  ///< new, changed, or to be tried again
    std::vector<std::string> gone;
    std::vector<MovedFile> moved;  ///< neither in `read` nor in `gone`; see find_moves()
    std::uint64_t unchanged = 0;   ///< articles of the files that need not be read
    std::uint64_t unwalked = 0;    ///< those of them whose folder cannot be read at all

    bool empty() const { return read.empty() && gone.empty() && moved.empty(); }
};

/// A file is read again if its size, mtime or ctime differs in either direction, if `context` of
/// its folder differs from what its articles were made with, if it could not be read the last time,
/// or was larger than is read and now may be. Nothing below a folder that could not be walked
/// counts as gone.
RootPlan plan_root(const Walk& walk, const Ledger& ledger, std::uint64_t most_article_bytes,
                   const std::function<std::uint64_t(const std::string& folder)>& context);

}  // namespace dateline
