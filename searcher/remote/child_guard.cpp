// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/child_guard.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <string>

namespace dateline {
namespace {

/// Leaves it to be waited for.
bool has_ended(pid_t child) {
    siginfo_t how{};
    return waitid(P_PID, static_cast<id_t>(child), &how, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           how.si_pid == child;
}

/// That were started by the thread and have not been waited for; none where the system does not
/// tell.
std::vector<pid_t> children_of(pid_t thread) {
    std::ifstream list("/proc/self/task/" + std::to_string(thread) + "/children");
    std::vector<pid_t> children;
    for (pid_t child = 0; list >> child;) children.push_back(child);
    return children;
}

}  // namespace

void end_child(pid_t child) {
    constexpr int most_waits = 500;  // of 1 ms
    kill(child, SIGTERM);
    for (int waits = 0; waits < most_waits && !has_ended(child); ++waits) poll(nullptr, 0, 1);
    kill(child, SIGKILL);
}

ChildGuard::ChildGuard(TimeLimit& limit)
    : limit_(limit), thread_(gettid()), before_(children_of(thread_)) {
    limit_.add(this, [this] { kill_all(); });
}

ChildGuard::~ChildGuard() {
    limit_.remove(this);
    for (const pid_t child : children_) end_child(child);
    if (is_known_) return;
    for (const pid_t child : find()) {  // who started it gave up, and waits for nothing
        end_child(child);
        waitpid(child, nullptr, 0);
    }
}

std::vector<pid_t> ChildGuard::find() const {
    std::vector<pid_t> found = children_of(thread_);
    std::erase_if(found, [&](pid_t child) { return std::ranges::count(before_, child) > 0; });
    return found;
}

void ChildGuard::known() {
    const std::lock_guard lock(mutex_);
    children_ = find();
    is_known_ = true;
}

void ChildGuard::kill_all() {
    const std::lock_guard lock(mutex_);
    for (const pid_t child : is_known_ ? children_ : find()) kill(child, SIGKILL);
}

}  // namespace dateline
