// SPDX-License-Identifier: GPL-2.0-or-later
// One writer at a time: the lock of an index.
#pragma once

#include <atomic>
#include <string>

#include "common/file_lock.h"

namespace dateline {

/// Holds INDEX/lock for as long as it lives.
class IndexLock {
public:
    /// Makes the folder (mode 0700, since an index lets anyone rebuild the texts) if need be. If
    /// another process holds the lock: tells `on_wait` who and waits, until `*stop` if given (an
    /// Error with status 130), or throws Error with status_busy if `wait` is false.
    IndexLock(const std::string& folder, bool wait, void (*on_wait)(const std::string& who),
              const std::atomic<bool>* stop);

private:
    FileLock lock_;
};

}  // namespace dateline
