// SPDX-License-Identifier: GPL-2.0-or-later
// Threads, as many as the system gives: one that cannot be started leaves its work to the others.
#pragma once

#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace dateline {

/// Starts one thread; throws if there can be no more.
using ThreadStarter = std::function<std::jthread(std::function<void()>)>;

std::jthread start_thread(std::function<void()> work);

/// At most `count` threads that all do `work`, which shares out what there is to do; fewer, even
/// none, if no more can be started. They are joined where the result goes out of scope.
std::vector<std::jthread> start_threads(unsigned count, const std::function<void()>& work,
                                        const ThreadStarter& start = start_thread);

/// `work` on a thread of its own, or, if none can be started, on that of get().
std::future<void> start_beside(const std::function<void()>& work,
                               const ThreadStarter& start = start_thread);

}  // namespace dateline
