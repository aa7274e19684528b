// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/input_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "common/error.h"

namespace dateline {

InputFile::InputFile(const std::string& path)
    // O_NONBLOCK: a pipe that took the file's place since the walk must not hang the run.
    : file_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    if (file_ < 0) throw Error(std::strerror(errno));
    struct stat status {};
    const bool known = fstat(file_, &status) == 0;
    if (!known || !S_ISREG(status.st_mode)) {
        const std::string reason = known ? "not a regular file" : std::strerror(errno);
        close(file_);
        throw Error(reason);
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
}

InputFile::~InputFile() {
    close(file_);
}

std::size_t InputFile::read(std::span<char> block) {
    std::size_t size = 0;
    while (size < block.size()) {
        const ssize_t got = ::read(file_, block.data() + size, block.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(std::strerror(errno));
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    return size;
}

std::size_t InputFile::read_at(std::uint64_t offset, std::span<char> block) const {
    std::size_t size = 0;
    while (size < block.size()) {
        const ssize_t got = ::pread(file_, block.data() + size, block.size() - size,
                                    static_cast<off_t>(offset + size));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(std::strerror(errno));
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    return size;
}

std::string read_bytes(const std::string& path) {
    InputFile file(path);
    std::string bytes(file.size(), '\0');
    bytes.resize(file.read(bytes));
    return bytes;
}

std::optional<std::string> read_if_there(const std::string& path) {
    struct stat status {};
    if (path.empty()) return std::nullopt;
    if (stat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR))
        return std::nullopt;
    try {
        return read_bytes(path);
    } catch (const Error& error) {
        throw Error(fmt::format("cannot read '{}': {}", path, error.what()),
                    "it must be a file that you may read");
    }
}

}  // namespace dateline
