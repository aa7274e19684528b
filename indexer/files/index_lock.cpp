// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files/index_lock.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <filesystem>

#include "common/error.h"
#include "common/index_files.h"
#include "indexer/files/descriptor.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

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
        if (errno != EWOULDBLOCK && errno != EINTR) throw_folder_error("cannot lock index", folder);
        usleep(pause_us);
    }
}

[[noreturn]] void refuse_lock(const std::string& path) {
    throw Error(fmt::format("'{}' is not a lock file of dateline", path),
                "remove it, unless it is of use to you; it is made anew");
}

/// Its first bytes are going to be written.
void check_lock_file(int file, const std::string& path) {
    struct stat status {};
    if (fstat(file, &status) != 0) throw_folder_error("cannot read", path);
    const bool own = status.st_uid == geteuid() || geteuid() == 0;
    if (!S_ISREG(status.st_mode) || status.st_nlink != 1 || !own) refuse_lock(path);
}

/// Takes the lock of the open file.
void take_lock(int file, const std::string& folder, bool wait,
               void (*on_wait)(const std::string& who), const std::atomic<bool>* stop) {
    if (flock(file, LOCK_EX | LOCK_NB) == 0) return;
    if (errno != EWOULDBLOCK) throw_folder_error("cannot lock index", folder);
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
    // A link in its place would have what it points to cut to nothing; a pipe would be waited for.
    file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (file_ < 0 && errno == ELOOP) refuse_lock(path);
    if (file_ < 0) throw_folder_error("cannot write in index folder", folder);
    try {
        check_lock_file(file_, path);
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

}  // namespace dateline
