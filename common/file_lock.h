// SPDX-License-Identifier: GPL-2.0-or-later
// A file that one process at a time holds. The system releases it when the process dies, and it
// says who holds it.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "common/descriptor.h"

namespace dateline {

/// What is done where another process holds the lock.
struct LockWait {
    std::string what;  ///< is held, in messages: "index '/x'"
    std::string held;  ///< what its holder does with it: "is being written by"
    bool wait = true;  ///< false: Error with status_busy
    std::optional<std::chrono::milliseconds> longest = {};  ///< then the same Error
    std::function<void(const std::string& who)> on_wait = {};
    const std::atomic<bool>* stop = nullptr;  ///< where given, ends it as an Error with status 130
};

class FileLock {
public:
    /// Makes the file if need be, in a folder that is there. It is a file of this user with no
    /// other name: what a link points to is never written. Throws Error.
    FileLock(const std::string& path, const LockWait& wait);

private:
    Descriptor file_;
};

}  // namespace dateline
