// SPDX-License-Identifier: GPL-2.0-or-later
// Files of a new database: written once from the beginning to the end, every error reported.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

namespace dateline::bulk {

/// A file descriptor that is closed at the end.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;

    int number() const { return number_; }
    int release();

private:
    int number_;
};

/// Throws Error: cannot write 'path': <why, from errno>.
[[noreturn]] void throw_write_error(const std::filesystem::path& path);

/// Writes all of it, or throws Error.
void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path);

/// Makes a new or renamed file's entry in its folder durable.
void sync_folder(const std::filesystem::path& folder);

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
