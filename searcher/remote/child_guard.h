// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian waits without limit for the program that it has started to end, and tells nobody which it
// is: a server that is stuck would hold the search for ever.
#pragma once

#include <sys/types.h>

#include <mutex>
#include <vector>

#include "searcher/remote/time_limit.h"

namespace dateline {

/// Makes a child process end within half a second, if need be by force. It is still to be waited
/// for.
void end_child(pid_t child);

/// Ends the processes that its thread starts from now on until known(): when a step takes too long,
/// and with this object, which is to be destroyed before what waits for them.
class ChildGuard {
public:
    explicit ChildGuard(TimeLimit& limit);
    ~ChildGuard();
    ChildGuard(const ChildGuard&) = delete;
    ChildGuard& operator=(const ChildGuard&) = delete;

    /// All have been started. To be called by the same thread.
    void known();

private:
    std::vector<pid_t> find() const;
    void kill_all();

    TimeLimit& limit_;
    const pid_t thread_;
    const std::vector<pid_t> before_;
    std::mutex mutex_;
    bool is_known_ = false;
    std::vector<pid_t> children_;
};

}  // namespace dateline
