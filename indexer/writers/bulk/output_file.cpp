// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

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
