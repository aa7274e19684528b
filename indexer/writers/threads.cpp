// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/threads.h"

#include <new>
#include <system_error>
#include <utility>

namespace dateline {

std::jthread start_thread(std::function<void()> work) {
    return std::jthread(std::move(work));
}

std::vector<std::jthread> start_threads(unsigned count, const std::function<void()>& work,
                                        const ThreadStarter& start) {
    std::vector<std::jthread> threads;
    try {
        for (unsigned i = 0; i < count; ++i) threads.push_back(start(work));
    } catch (const std::system_error&) {
    } catch (const std::bad_alloc&) {
    }
    return threads;
}

std::future<void> start_beside(const std::function<void()>& work, const ThreadStarter& start) {
    const auto task = std::make_shared<std::packaged_task<void()>>(work);
    const auto thread = std::make_shared<std::vector<std::jthread>>(start_threads(
        1, [task] { (*task)(); }, start));
    return std::async(std::launch::deferred, [task, thread] {
        if (thread->empty()) (*task)();
        thread->clear();
        task->get_future().get();
    });
}

}  // namespace dateline
