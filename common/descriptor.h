// SPDX-License-Identifier: GPL-2.0-or-later
// Files that are written, as the system has them: closed at the end, every error reported, durable
// where that is asked for.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

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

/// What to do when a disk is full, beside making room.
inline constexpr std::string_view other_index = "put the index elsewhere with --index";
inline constexpr std::string_view other_file = "name a file on another one";

/// Throws Error: cannot write 'path': <why, from errno>.
[[noreturn]] void throw_write_error(const std::filesystem::path& path,
                                    std::string_view when_full = other_index);

/// The same of what is done with an index folder and its files: `what` 'path': <why, from errno>.
[[noreturn]] void throw_folder_error(const std::string& what, const std::string& path);

/// Writes all of it, or throws Error.
void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path,
               std::string_view when_full = other_index);

/// Makes the folder, and those above it, for their owner alone; one that is there stays as it is.
/// Throws Error with what to do instead.
void make_private_folder(const std::filesystem::path& folder, const std::string& instead);

/// Makes a new or renamed file's entry in its folder durable.
void sync_folder(const std::filesystem::path& folder);

/// Flushes a file or folder to the disk. Throws Error.
void sync_path(const std::string& path);

}  // namespace dateline
