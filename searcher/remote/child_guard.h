// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian waits without limit for the program that it has started to end, and tells nobody which it
// is: a server that is stuck would hold the search for ever.
#pragma once

#include <sys/types.h>

#include <vector>

namespace dateline {

/// The processes that this thread has started and that have not been waited for; none where the
/// system does not tell.
std::vector<pid_t> own_children();

/// Ends those of the thread's processes that were not there before. To be destroyed before what
/// waits for them.
class ChildGuard {
public:
    explicit ChildGuard(const std::vector<pid_t>& before);
    ~ChildGuard();
    ChildGuard(const ChildGuard&) = delete;
    ChildGuard& operator=(const ChildGuard&) = delete;

private:
    std::vector<pid_t> children_;
};

}  // namespace dateline
