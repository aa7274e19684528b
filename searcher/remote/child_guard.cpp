// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/child_guard.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <string>

namespace dateline {

std::vector<pid_t> own_children() {
    std::ifstream list("/proc/self/task/" + std::to_string(gettid()) + "/children");
    std::vector<pid_t> children;
    for (pid_t child = 0; list >> child;) children.push_back(child);
    return children;
}

ChildGuard::ChildGuard(const std::vector<pid_t>& before) {
    for (const pid_t child : own_children())
        if (std::ranges::find(before, child) == before.end()) children_.push_back(child);
}

ChildGuard::~ChildGuard() {
    for (const pid_t child : children_) kill(child, SIGTERM);
}

}  // namespace dateline
