// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files/index_lock.h"

#include <fmt/format.h>

#include <filesystem>

#include "common/descriptor.h"
#include "common/index_files.h"

namespace dateline {
namespace {

std::string lock_file(const std::string& folder) {
    make_private_folder(folder, "name another folder with --index");
    return (std::filesystem::path(folder) / lock_name).string();
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
