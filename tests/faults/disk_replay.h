// SPDX-License-Identifier: GPL-2.0-or-later
// What a recorded run (FAULT_LOG of shim.cpp) leaves on the disk when the power is cut: bytes last
// when their file was synced, names when their folder was, and of all else anything may be there.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace dateline {

struct RecordedCall {
    std::string name;        ///< create, empty, write, sync, truncate, rename, remove, mkdir
    std::string path;        ///< absolute
    std::string other;       ///< of a rename: the new name
    std::size_t offset = 0;  ///< of a truncate: the size
    std::string bytes;
};

/// The calls in their order.
std::vector<RecordedCall> read_recorded_calls(const std::filesystem::path& log);

/// What the power cut spares of what was not made to last.
enum class Spared {
    names,     ///< all names, no bytes
    nothing,   ///< neither names nor bytes
    half,      ///< all names, the first half of the bytes of each file
    anything,  ///< each name and each file by chance
};

/// Path -> bytes of a file, nothing for a folder.
using DiskState = std::map<std::string, std::optional<std::string>>;

/// A folder in memory and on the disk.
class Disk {
public:
    /// All that is in the folder lasts; it need not exist. The recorded calls named it `path`.
    Disk(const std::filesystem::path& folder, const std::string& path);

    void apply(const RecordedCall& call);
    DiskState after_power_cut(Spared spared, std::mt19937& random) const;

private:
    struct File {
        std::string now;
        std::string lasting;
    };
    using Names = std::map<std::string, int>;  ///< path -> number of the file, folder_number

    static constexpr int folder_number = -1;

    /// A change of names in a folder that was not synced since.
    struct NameChange {
        std::string folder;
        std::string removed;  ///< path, or ""
        std::string made;     ///< path, or ""
        int file = folder_number;
    };

    static std::string half_written(const File& file);
    static void change(Names& names, const NameChange& change);
    void change_names(const NameChange& change);
    void sync(const std::string& path);
    File* file(const std::string& path);

    std::vector<File> files_;
    Names names_;
    Names lasting_names_;
    std::vector<NameChange> pending_;
};

/// Makes `folder`, which the recorded calls named `path`, what the state says.
void write_disk_state(const DiskState& state, const std::string& path,
                      const std::filesystem::path& folder);

}  // namespace dateline
