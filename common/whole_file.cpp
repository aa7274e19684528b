// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/whole_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "common/error.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// Where the file itself is, which a link may lead to.
std::string behind_links(const std::string& path) {
    std::error_code error;
    if (!fs::is_symlink(path, error)) return path;
    const fs::path target = fs::canonical(path, error);
    return error ? path : target.string();
}

}  // namespace

WholeFile::WholeFile(const std::string& path) : path_(behind_links(path)) {
    struct stat status {};
    const bool there = stat(path_.c_str(), &status) == 0;
    if (there && S_ISDIR(status.st_mode))
        throw Error(fmt::format("cannot write '{}': it is a folder", path), "name a file in it");
    is_device_ = there && !S_ISREG(status.st_mode);
    if (is_device_) {
        file_ = Descriptor(open(path_.c_str(), O_WRONLY | O_CLOEXEC));
    } else {
        temporary_ = path_ + ".part-XXXXXX";
        file_ = Descriptor(mkostemp(temporary_.data(), O_CLOEXEC));
    }
    if (file_.number() >= 0) return;
    temporary_.clear();
    throw_write_error(path_, other_file);
}

WholeFile::~WholeFile() {
    if (!temporary_.empty()) unlink(temporary_.c_str());
}

void WholeFile::write(std::string_view bytes) {
    written_ = written_ || !bytes.empty();
    write_all(file_.number(), bytes, path_, other_file);
}

void WholeFile::restart() {
    if (!written_) return;
    if (is_device_)
        throw Error(fmt::format("'{}' cannot be begun anew", path_), "name a file of its own");
    if (ftruncate(file_.number(), 0) != 0 || lseek(file_.number(), 0, SEEK_SET) != 0)
        throw_write_error(path_, other_file);
    written_ = false;
}

void WholeFile::finish() {
    if (!is_device_ && fsync(file_.number()) != 0) throw_write_error(path_, other_file);
    if (close(file_.release()) != 0) throw_write_error(path_, other_file);
    if (is_device_) return;
    if (rename(temporary_.c_str(), path_.c_str()) != 0) throw_write_error(path_, other_file);
    temporary_.clear();
    const std::string folder = fs::path(path_).parent_path().string();
    sync_folder(folder.empty() ? "." : folder);
}

}  // namespace dateline
