// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files/index_lock.h"

#include <fmt/format.h>

#include <filesystem>

#include "common/error.h"
#include "common/index_files.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// Makes the folder, for its owner alone; one that is there stays as it is.
void make_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error)) return;
    fs::create_directories(folder, error);
    if (error)
        throw Error(
            fmt::format("cannot make index folder '{}': {}", folder.string(), error.message()),
            "name another folder with --index");
    fs::permissions(folder, fs::perms::owner_all, error);
}

std::string lock_file(const std::string& folder) {
    make_folder(folder);
    return (fs::path(folder) / lock_name).string();
}

}  // namespace

IndexLock::IndexLock(const std::string& folder, bool wait, void (*on_wait)(const std::string& who),
                     const std::atomic<bool>* stop)
    : lock_(lock_file(folder), {.what = fmt::format("index '{}'", folder),
                                .held = "is being written by",
                                .wait = wait,
                                .on_wait = on_wait,
                                .stop = stop}) {}

}  // namespace dateline
