// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/file_lock.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>

#include "common/error.h"

namespace dateline {
namespace {

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

Error busy(const LockWait& wait, const std::string& who) {
    return Error(fmt::format("{} {} {}", wait.what, wait.held, who), "wait until it has finished",
                 status_busy);
}

/// Asks again and again, so that a Ctrl-C ends the waiting.
void wait_for(int file, const std::string& path, const LockWait& wait, const std::string& who) {
    constexpr std::chrono::milliseconds pause{50};
    for (std::chrono::milliseconds waited{0}; flock(file, LOCK_EX | LOCK_NB) != 0;
         waited += pause) {
        if (wait.stop != nullptr && *wait.stop)
            throw Error("interrupted; nothing was done", "", 130);
        if (errno != EWOULDBLOCK && errno != EINTR) throw_folder_error("cannot lock", path);
        if (wait.longest && waited >= *wait.longest) throw busy(wait, who);
        usleep(static_cast<useconds_t>(std::chrono::microseconds(pause).count()));
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
void take_lock(int file, const std::string& path, const LockWait& wait) {
    if (flock(file, LOCK_EX | LOCK_NB) == 0) return;
    if (errno != EWOULDBLOCK) throw_folder_error("cannot lock", path);
    const std::string who = read_holder(file);
    if (!wait.wait) throw busy(wait, who);
    if (wait.on_wait) wait.on_wait(who);
    wait_for(file, path, wait, who);
}

}  // namespace

FileLock::FileLock(const std::string& path, const LockWait& wait) {
    // A link in its place would have what it points to cut to nothing; a pipe would be waited for.
    file_ = Descriptor(
        open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600));
    if (file_.number() < 0 && errno == ELOOP) refuse_lock(path);
    if (file_.number() < 0) throw_folder_error("cannot write", path);
    check_lock_file(file_.number(), path);
    take_lock(file_.number(), path, wait);
    write_holder(file_.number());
}

}  // namespace dateline
