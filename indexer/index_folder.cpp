// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_folder.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
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

unsigned long generation_number(const std::string& name) {
    unsigned long number = 0;
    if (!name.starts_with(generation_prefix)) return 0;
    const char* begin = name.data() + generation_prefix.size();
    std::from_chars(begin, name.data() + name.size(), number);
    return number;
}

/// Names in the index folder; none if it cannot be read.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
        names.push_back(entry->path().filename().string());
    return names;
}

/// A folder with nothing in it but what a database consists of, whole or not.
bool is_database(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
    for (const std::string& name : names_in(folder))
        if (!name.ends_with(".glass") && !name.ends_with(".tmp") && name != "iamglass" &&
            name != "flintlock")
            return false;
    return true;
}

bool is_temporary(const std::string& name) {
    return name == std::string(stub_name) + ".new" || name == std::string(last_run_name) + ".new" ||
           (name.starts_with("spill-") && name.size() == 12);
}

/// Makes the folder, for its owner alone; one that is there stays as it is.
void make_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error)) return;
    fs::create_directories(folder, error);
    if (error)
        throw Error(
            fmt::format("cannot make index folder '{}': {}", folder.string(), error.message()),
            "name another folder with --index");
    fs::permissions(folder, fs::perms::owner_all, error);
}

/// Asks again and again, so that a Ctrl-C ends the waiting.
void wait_for_lock(int file, const std::string& folder, const std::atomic<bool>* stop) {
    constexpr useconds_t pause_us = 50'000;
    while (flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (stop != nullptr && *stop) throw Error("interrupted; nothing was done", "", 130);
        if (errno != EWOULDBLOCK && errno != EINTR) fail("cannot lock index", folder);
        usleep(pause_us);
    }
}

/// Takes the lock of the open file.
void take_lock(int file, const std::string& folder, bool wait,
               void (*on_wait)(const std::string& who), const std::atomic<bool>* stop) {
    if (flock(file, LOCK_EX | LOCK_NB) == 0) return;
    if (errno != EWOULDBLOCK) fail("cannot lock index", folder);
    const std::string who = read_holder(file);
    if (!wait)
        throw Error(fmt::format("index '{}' is being written by {}", folder, who),
                    "wait until it has finished", status_busy);
    if (on_wait != nullptr) on_wait(who);
    wait_for_lock(file, folder, stop);
}

}  // namespace

IndexLock::IndexLock(const std::string& folder, bool wait, void (*on_wait)(const std::string& who),
                     const std::atomic<bool>* stop) {
    make_folder(folder);
    const std::string path = (fs::path(folder) / lock_name).string();
    file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) fail("cannot write in index folder", folder);
    try {
        take_lock(file_, folder, wait, on_wait, stop);
    } catch (const Error&) {
        close(file_);
        throw;
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

void remove_leftovers(const std::string& folder) {
    const std::string current = fs::path(current_generation(folder)).filename().string();
    std::error_code ignored;  // they do no harm, and the next run tries again
    for (const std::string& name : names_in(folder)) {
        const fs::path path = fs::path(folder) / name;
        const bool old = generation_number(name) > 0 && name != current && is_database(path);
        if (old) fs::remove_all(path, ignored);
        if (is_temporary(name)) fs::remove(path, ignored);
    }
}

std::string next_generation(const std::string& folder) {
    unsigned long last = 0;
    for (const std::string& name : names_in(folder)) last = std::max(last, generation_number(name));
    return (fs::path(folder) / fmt::format("{}{}", generation_prefix, last + 1)).string();
}

void sync_path(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("cannot open", path);
    const int failed = fsync(file);
    close(file);
    if (failed != 0) fail("cannot write", path);
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
    remove_leftovers(folder);
}

}  // namespace dateline
