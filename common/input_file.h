// SPDX-License-Identifier: GPL-2.0-or-later
// Files that are only read: articles, the configuration, the index's own small files. A pipe or
// device in a file's place is an error, never a wait.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace dateline {

/// A regular file open for reading; anything else at its place is an Error, as is what goes wrong.
/// Messages say what is wrong, not of which file.
class InputFile {
public:
    explicit InputFile(const std::string& path);
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    std::uint64_t size() const { return size_; }
    /// Fills the block as far as the file goes; the bytes read, 0 at the end.
    std::size_t read(std::span<char> block);
    /// The same from that byte on, wherever `read` is.
    std::size_t read_at(std::uint64_t offset, std::span<char> block) const;

private:
    int file_ = -1;
    std::uint64_t size_ = 0;
};

/// The file's bytes.
std::string read_bytes(const std::string& path);

/// The bytes of a file that need not be there ("" as path: it is not); an Error names the file.
std::optional<std::string> read_if_there(const std::string& path);

}  // namespace dateline
