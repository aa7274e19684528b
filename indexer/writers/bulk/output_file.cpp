// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "common/error.h"

namespace dateline::bulk {
namespace {

constexpr std::size_t piece_bytes = std::size_t{512} << 10;

/// Has the disk begin with what was written, so that close() does not wait for all of it. Only a
/// hint: what goes wrong is told by fsync.
void begin_writing_out(int descriptor) {
#ifdef SYNC_FILE_RANGE_WRITE
    ::sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
#else
    static_cast<void>(descriptor);
#endif
}

}  // namespace

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

void throw_write_error(const std::filesystem::path& path) {
    const int error = errno;
    std::string message = "cannot write '";
    message += path.string();
    message += "': ";
    message += std::generic_category().message(error);
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    throw Error(message,
                full ? "make room on the disk, or put the index elsewhere with --index"
                     : "check the folder's permissions and its disk, then try again");
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_write_error(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.number() < 0 || ::fsync(opened.number()) != 0) throw_write_error(folder);
}

OutputFile::OutputFile(std::filesystem::path path, std::size_t block_bytes)
    : path_(std::move(path)),
      file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)),
      block_bytes_(block_bytes),
      buffer_(std::make_unique_for_overwrite<char[]>(piece_bytes)) {
    if (file_.number() < 0) throw_write_error(path_);
}

void OutputFile::finish_block() {
    used_ += block_bytes_;
    if (used_ == piece_bytes) flush();
}

void OutputFile::flush() {
    write_all(file_.number(), {buffer_.get(), used_}, path_);
    used_ = 0;
    begin_writing_out(file_.number());
}

void OutputFile::close(bool durable) {
    flush();
    if (durable && ::fsync(file_.number()) != 0) throw_write_error(path_);
    if (::close(file_.release()) != 0) throw_write_error(path_);
}

}  // namespace dateline::bulk
