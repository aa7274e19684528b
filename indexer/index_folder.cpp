// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_folder.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <vector>

#include "common/error.h"
#include "common/index_store.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what, const std::string& path) {
    throw Error(fmt::format("{} '{}': {}", what, path, std::strerror(errno)),
                "check the folder's permissions and the space on its disk");
}

/// What the holder wrote about itself; the lock itself is the system's.
std::string read_holder(int file) {
    std::array<char, 200> text{};
    const ssize_t length = pread(file, text.data(), text.size(), 0);
    return length <= 0 ? "another process"
                       : std::string(text.data(), static_cast<std::size_t>(length));
}

void write_holder(int file) {
    const std::string who = fmt::format("process {} (since {:%F %H:%M:%S} UTC)", getpid(),
                                        fmt::gmtime(std::time(nullptr)));
    if (ftruncate(file, 0) == 0 && pwrite(file, who.data(), who.size(), 0) < 0) {
        // Only a help to whoever waits; the lock holds without it.
    }
}

/// Flushes a file or folder to the disk.
void sync_path(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("cannot open", path);
    const int failed = fsync(file);
    close(file);
    if (failed != 0) fail("cannot write", path);
}

unsigned long generation_number(const std::string& name) {
    unsigned long number = 0;
    if (!name.starts_with(generation_prefix)) return 0;
    const char* begin = name.data() + generation_prefix.size();
    std::from_chars(begin, name.data() + name.size(), number);
    return number;
}

std::vector<std::string> generations(const std::string& folder) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (generation_number(name) > 0) names.push_back(name);
    }
    return names;
}

}  // namespace

IndexLock::IndexLock(const std::string& folder, bool wait,
                     void (*on_wait)(const std::string& who)) {
    std::error_code error;
    const fs::path absolute = fs::absolute(folder);
    if (!fs::exists(absolute)) {
        fs::create_directories(absolute, error);
        if (error)
            throw Error(fmt::format("cannot make index folder '{}': {}", folder, error.message()),
                        "name another folder with --index");
        fs::permissions(absolute, fs::perms::owner_all, error);
    }
    const std::string path = (absolute / lock_name).string();
    file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) fail("cannot write in index folder", folder);
    if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
        const std::string who = read_holder(file_);
        if (!wait) {
            close(file_);
            throw Error(fmt::format("index '{}' is being written by {}", folder, who),
                        "wait until it has finished", status_busy);
        }
        on_wait(who);
        while (flock(file_, LOCK_EX) != 0)
            if (errno != EINTR) fail("cannot lock index", folder);
    }
    write_holder(file_);
}

IndexLock::~IndexLock() {
    close(file_);
}

std::string current_generation(const std::string& folder) {
    std::ifstream stub(fs::path(folder) / stub_name);
    std::string type;
    std::string name;
    if (!(stub >> type >> name)) return "";
    if (generation_number(name) == 0)
        throw Error(fmt::format("'{}' is not an index of dateline", folder),
                    "name another folder with --index");
    return (fs::path(folder) / name).string();
}

std::string next_generation(const std::string& folder) {
    const std::string current = fs::path(current_generation(folder)).filename().string();
    for (const std::string& name : generations(folder))
        if (name != current) fs::remove_all(fs::path(folder) / name);
    return (fs::path(folder) /
            fmt::format("{}{}", generation_prefix, generation_number(current) + 1))
        .string();
}

void publish_generation(const std::string& folder, const std::string& generation) {
    const std::string name = fs::path(generation).filename().string();
    const std::string stub = (fs::path(folder) / stub_name).string();
    const std::string fresh = stub + ".new";
    sync_path(generation);
    {
        std::ofstream out(fresh, std::ios::trunc);
        out << "auto " << name << '\n';
        if (!out.flush()) fail("cannot write", fresh);
    }
    sync_path(fresh);
    if (rename(fresh.c_str(), stub.c_str()) != 0) fail("cannot write", stub);
    sync_path(folder);
    for (const std::string& other : generations(folder))
        if (other != name) fs::remove_all(fs::path(folder) / other);
}

}  // namespace dateline
