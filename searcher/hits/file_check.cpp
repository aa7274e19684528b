// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/file_check.h"

#include <sys/stat.h>

#include <fmt/format.h>

#include <cerrno>

#include "common/counted.h"
#include "common/error.h"

namespace dateline {

FileState FileCheck::state_of(const std::string& index, const std::string& path,
                              const std::function<FileStamp()>& indexed) {
    const auto known = known_.find({index, path});
    if (known != known_.end()) return known->second;
    const FileState state = check(path, indexed());
    unchecked_ += state == FileState::unchecked ? 1 : 0;
    known_.emplace(std::pair(index, path), state);
    return state;
}

std::optional<std::string> FileCheck::note() const {
    if (unchecked_ == 0) return std::nullopt;
    return fmt::format(
        "{} may have changed: of another time than when indexed, and too large to compare, or not "
        "readable",
        counted(unchecked_, "file", "files"));
}

FileState FileCheck::check(const std::string& path, const FileStamp& indexed) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0)
        return errno == ENOENT || errno == ENOTDIR ? FileState::missing : FileState::unchecked;
    const FileStamp now = stamp_of(status);
    if (now.size != indexed.size) return FileState::changed;
    if (now.modified_ns == indexed.modified_ns) return FileState::unchanged;
    if (now.size > bytes_left_) return FileState::unchecked;
    bytes_left_ -= now.size;
    try {
        return hash_(path) == indexed.hash ? FileState::unchanged : FileState::changed;
    } catch (const Error&) {
        return FileState::unchecked;  // it may not be read
    }
}

}  // namespace dateline
