// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files/index_folder.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <vector>

#include "common/error.h"

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

/// A file that was not there before, durable; nothing is written through a link.
void write_new_file(const std::string& path, const std::string& text) {
    unlink(path.c_str());
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0) fail("cannot write", path);
    errno = ENOSPC;  // what a short write means
    const bool durable =
        write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        fsync(file) == 0;
    const int reason = errno;
    close(file);
    errno = reason;
    if (!durable) fail("cannot write", path);
}

/// A folder with nothing in it but what a database consists of, whole or not.
bool is_database(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
    for (const std::string& name : names_in(folder.string()))
        if (!name.ends_with(".glass") && !name.ends_with(".tmp") && name != "iamglass" &&
            name != "flintlock")
            return false;
    return true;
}

bool is_temporary(const std::string& name) {
    return name == std::string(stub_name) + ".new" || name == std::string(last_run_name) + ".new" ||
           ((name.starts_with("spill-") || name.starts_with("probe-")) && name.size() == 12);
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

[[noreturn]] void refuse_lock(const std::string& path) {
    throw Error(fmt::format("'{}' is not a lock file of dateline", path),
                "remove it, unless it is of use to you; it is made anew");
}

/// Its first bytes are going to be written.
void check_lock_file(int file, const std::string& path) {
    struct stat status {};
    if (fstat(file, &status) != 0) fail("cannot read", path);
    const bool own = status.st_uid == geteuid() || geteuid() == 0;
    if (!S_ISREG(status.st_mode) || status.st_nlink != 1 || !own) refuse_lock(path);
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
    // A link in its place would have what it points to cut to nothing; a pipe would be waited for.
    file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (file_ < 0 && errno == ELOOP) refuse_lock(path);
    if (file_ < 0) fail("cannot write in index folder", folder);
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

std::string generation_to_rebuild(const std::string& folder) {
    const Stub stub = read_stub(folder);
    if (stub.state == StubState::foreign) return current_generation(folder);  // says so
    std::error_code ignored;
    const fs::path named = fs::path(folder) / stub.generation;
    const bool there = stub.state == StubState::good && fs::exists(named / version_name, ignored);
    return there ? named.string() : newest_generation(folder);
}

void remove_leftovers(const std::string& folder) {
    std::error_code ignored;  // they do no harm, and the next run tries again
    const std::vector<std::string> names = names_in(folder);
    for (const std::string& name : names)
        if (is_temporary(name)) fs::remove_all(fs::path(folder) / name, ignored);
    const Stub stub = read_stub(folder);
    if (stub.state == StubState::damaged || stub.state == StubState::foreign) return;
    const fs::path kept = generation_to_rebuild(folder);
    // A stub that names what is not there is damaged too: which one it meant nobody knows.
    if (stub.state == StubState::good && kept.filename() != stub.generation) return;
    for (const std::string& name : names) {
        const fs::path path = fs::path(folder) / name;
        if (generation_number(name) == 0 || path == kept || !is_database(path)) continue;
        fs::remove(path / version_name, ignored);  // first: a reader never opens half of one
        fs::remove_all(path, ignored);
    }
}

bool has_writer(const std::string& generation) {
    const int file =
        open((generation + "/flintlock").c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return false;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_len = 1;
    const bool held = fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    close(file);
    return held;
}

std::string next_generation(const std::string& folder) {
    std::uint64_t last = 0;
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
    sync_path(folder);  // the generation's name; the stub must not come to name one without it
    write_new_file(fresh, fmt::format("auto {}\n", name));
    if (rename(fresh.c_str(), stub.c_str()) != 0) fail("cannot write", stub);
    sync_path(folder);
    remove_leftovers(folder);
}

}  // namespace dateline
