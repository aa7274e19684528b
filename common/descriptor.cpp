// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/descriptor.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "common/error.h"

namespace dateline {

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        if (number_ >= 0) ::close(number_);
        number_ = other.release();
    }
    return *this;
}

int Descriptor::release() {
    return std::exchange(number_, -1);
}

void throw_write_error(const std::filesystem::path& path, std::string_view when_full) {
    const int error = errno;
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    throw Error(
        fmt::format("cannot write '{}': {}", path.string(), std::generic_category().message(error)),
        full ? fmt::format("make room on the disk, or {}", when_full)
             : "check the folder's permissions and its disk, then try again");
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path,
               std::string_view when_full) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_write_error(path, when_full);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void make_private_folder(const std::filesystem::path& folder, const std::string& instead) {
    std::error_code error;
    if (std::filesystem::exists(folder, error)) return;
    const std::filesystem::path above = folder.parent_path();
    if (!above.empty() && above != folder) make_private_folder(above, instead);
    std::filesystem::create_directory(folder, error);
    if (error)
        throw Error(fmt::format("cannot make folder '{}': {}", folder.string(), error.message()),
                    instead);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.number() < 0 || ::fsync(opened.number()) != 0) throw_write_error(folder);
}

void throw_folder_error(const std::string& what, const std::string& path) {
    throw Error(fmt::format("{} '{}': {}", what, path, std::strerror(errno)),
                "check the folder's permissions and the space on its disk");
}

void sync_path(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw_folder_error("cannot open", path);
    const int failed = fsync(file);
    close(file);
    if (failed != 0) throw_folder_error("cannot write", path);
}

}  // namespace dateline
