// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <optional>

#include "common/bytes.h"
#include "common/input_file.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stub_begin = "auto ";
constexpr std::size_t most_stub_bytes = 64;
constexpr std::size_t most_version_bytes = 256;  // Xapian reads no more

// The version file of Xapian's glass backend.
constexpr std::string_view magic("\x0f\x0dXapian Glass", 14);
constexpr std::string_view version("\x04\x6e", 2);
constexpr std::size_t uuid_bytes = 16;
constexpr std::string_view table_names[] = {"postlist", "docdata",  "termlist",
                                            "position", "spelling", "synonym"};
constexpr std::size_t statistics_count = 8;
constexpr std::uint64_t most_levels = 9;
constexpr std::uint64_t block_unit = 2048;     // bytes
constexpr std::uint64_t most_block_size = 32;  // units

/// The bytes of a small regular file; nothing if there is none. A link is not followed.
std::optional<std::string> read_small(const std::string& path, std::size_t most) {
    struct stat status {};
    if (lstat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        throw Error(std::strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) throw Error("not a regular file");
    InputFile file(path);
    std::string bytes(most + 1, '\0');
    bytes.resize(file.read(bytes));
    return bytes;
}

IndexError cannot_read(const std::string& folder, const std::string& name, const std::string& why) {
    return IndexError(IndexFault::unreadable,
                      fmt::format("cannot read index '{}': {}: {}", folder, name, why),
                      "check the folder's permissions and the disk, then try again");
}

std::optional<std::string> read_small(const std::string& folder, const std::string& name,
                                      std::size_t most) {
    try {
        return read_small(folder + "/" + name, most);
    } catch (const Error& error) {
        throw cannot_read(folder, name, error.what());
    }
}

bool has_generations(const std::string& folder) {
    return std::ranges::any_of(names_in(folder), [&](const std::string& name) {
        std::error_code ignored;
        return generation_number(name) > 0 && fs::is_directory(fs::path(folder) / name, ignored);
    });
}

/// The generation that a stub with this text names, or "".
std::string_view named_in(std::string_view stub) {
    if (!stub.starts_with(stub_begin) || !stub.ends_with('\n')) return "";
    stub.remove_prefix(stub_begin.size());
    stub.remove_suffix(1);
    return generation_number(stub) > 0 ? stub : "";
}

/// Xapian takes what it cannot open for empty, and waits for the writer of a pipe.
void check_file(const std::string& folder, const std::string& name, bool used) {
    const std::string path = folder + "/" + name;
    struct stat status {};
    if (lstat(path.c_str(), &status) != 0) {
        if (!used && errno == ENOENT) return;
        if (errno == ENOENT) throw damaged_index(folder, fmt::format("'{}' is missing", name));
        throw cannot_read(folder, name, std::strerror(errno));
    }
    if (!S_ISREG(status.st_mode))
        throw damaged_index(folder, fmt::format("'{}' is not a regular file", name));
    if (access(path.c_str(), R_OK) != 0) throw cannot_read(folder, name, std::strerror(errno));
}

}  // namespace

IndexError damaged_index(const std::string& folder, const std::string& why) {
    return IndexError(IndexFault::damaged, fmt::format("index '{}' is damaged: {}", folder, why),
                      rebuild_hint);
}

std::uint64_t generation_number(std::string_view name) {
    if (!name.starts_with(generation_prefix)) return 0;
    name.remove_prefix(generation_prefix.size());
    if (name.empty() || name.front() < '1' || name.front() > '9') return 0;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    return error == std::errc() && end == name.data() + name.size() ? number : 0;
}

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
        names.push_back(entry->path().filename().string());
    return names;
}

Stub read_stub(const std::string& folder) {
    const auto text = read_small(folder, std::string(stub_name), most_stub_bytes);
    if (!text) return {};
    const std::string_view generation = named_in(*text);
    if (!generation.empty()) return {StubState::good, std::string(generation)};
    return {has_generations(folder) ? StubState::damaged : StubState::foreign, ""};
}

std::string current_generation(const std::string& folder) {
    const Stub stub = read_stub(folder);
    switch (stub.state) {
        case StubState::absent:
            return "";
        case StubState::good:
            return (fs::path(folder) / stub.generation).string();
        case StubState::damaged:
            throw damaged_index(folder, fmt::format("'{}' names no generation", stub_name));
        case StubState::foreign:
            break;
    }
    throw IndexError(IndexFault::missing, fmt::format("'{}' is not an index of dateline", folder),
                     "name another folder with --index");
}

std::string newest_generation(const std::string& folder) {
    std::uint64_t newest = 0;
    for (const std::string& name : names_in(folder)) {
        std::error_code ignored;
        const fs::path generation = fs::path(folder) / name;
        if (fs::is_directory(fs::symlink_status(generation, ignored)) &&
            fs::is_regular_file(fs::symlink_status(generation / version_name, ignored)))
            newest = std::max(newest, generation_number(name));
    }
    if (newest == 0) return "";
    return (fs::path(folder) / fmt::format("{}{}", generation_prefix, newest)).string();
}

std::vector<TableState> read_tables(std::string_view bytes) {
    if (!bytes.starts_with(magic) || bytes.size() > most_version_bytes) throw ByteSource::damaged();
    ByteSource source(bytes);
    source.skip(magic.size() + version.size() + uuid_bytes);
    // Whoever opens tables of revision 0 for writing, Xapian's check for one, cuts them to nothing.
    if (source.number() == 0) throw ByteSource::damaged();
    std::vector<TableState> tables;
    for (const std::string_view name : table_names) {
        source.number();  // where the root is
        const std::uint64_t flags = source.number();
        source.number();  // entries
        const std::uint64_t block_size = source.number();
        source.number();  // what is compressed
        if (flags / 4 > most_levels || !std::has_single_bit(block_size) ||
            block_size > most_block_size)
            throw ByteSource::damaged();
        tables.push_back(
            {name, (flags & 1) == 0, block_size * block_unit, std::string(source.text())});
    }
    for (std::size_t i = 0; i < statistics_count; ++i) source.number();
    if (!source.at_end()) throw ByteSource::damaged();
    return tables;
}

std::vector<TableState> check_generation(const std::string& folder, const std::string& generation) {
    const std::string name = fs::path(generation).filename().string();
    std::error_code error;
    if (!fs::is_directory(fs::symlink_status(generation, error)))
        throw damaged_index(folder, fmt::format("'{}' is missing", name));
    const std::string version_file = fmt::format("{}/{}", name, version_name);
    check_file(folder, version_file, true);
    const auto bytes = read_small(folder, version_file, most_version_bytes);
    if (!bytes) throw damaged_index(folder, fmt::format("'{}' is missing", version_file));
    if (bytes->starts_with(magic) && bytes->substr(magic.size(), version.size()) != version)
        throw IndexError(IndexFault::damaged,
                         fmt::format("index '{}' was written by another Xapian", folder),
                         rebuild_hint);
    std::vector<TableState> tables;
    try {
        tables = read_tables(*bytes);
    } catch (const Error&) {
        throw damaged_index(folder, fmt::format("'{}' cannot be understood", version_file));
    }
    for (const TableState& table : tables)
        check_file(folder, fmt::format("{}/{}.glass", name, table.name), table.used);
    return tables;
}

void check_still_there(const std::string& folder, const std::string& generation,
                       const std::vector<TableState>& tables) {
    const auto check = [&](const std::string& file) {
        if (access((generation + "/" + file).c_str(), R_OK) == 0) return;
        const std::string name =
            fmt::format("{}/{}", fs::path(generation).filename().string(), file);
        if (errno == ENOENT) throw damaged_index(folder, fmt::format("'{}' is missing", name));
        throw cannot_read(folder, name, std::strerror(errno));
    };
    check(std::string(version_name));
    for (const TableState& table : tables)
        if (table.used) check(fmt::format("{}.glass", table.name));
}

std::string fingerprint(const std::string& folder) {
    std::string print;
    try {
        print = read_small(folder, std::string(stub_name), most_stub_bytes).value_or("none");
        const std::string file = fmt::format("{}/{}", named_in(print), version_name);
        print += read_small(folder, file, most_version_bytes).value_or("none");
    } catch (const Error& error) {
        print += error.what();
    }
    return print;
}

}  // namespace dateline
