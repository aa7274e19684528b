// SPDX-License-Identifier: GPL-2.0-or-later
// Files of a new database: written once from the beginning to the end, every error reported.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

#include "common/descriptor.h"

namespace dateline::bulk {

/// Hands out the file's blocks one after the other, in memory, and writes them in large pieces.
class OutputFile {
public:
    /// Creates the file, which must not exist.
    OutputFile(std::filesystem::path path, std::size_t block_bytes);

    /// The block after the last finished one, to be filled. Its bytes are not zeroed.
    char* block() { return buffer_.get() + used_; }
    /// block() is complete; the next call of block() gives the next one.
    void finish_block();
    /// Writes what is left, waits for the disk if `durable`, and closes.
    void close(bool durable);

private:
    void flush();

    std::filesystem::path path_;
    Descriptor file_;
    std::size_t block_bytes_;
    std::unique_ptr<char[]> buffer_;
    std::size_t used_ = 0;
};

}  // namespace dateline::bulk
