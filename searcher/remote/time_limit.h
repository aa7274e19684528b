// SPDX-License-Identifier: GPL-2.0-or-later
// How long one search may wait for other machines, however many of them are stuck and however
// slowly each of them answers.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <ctime>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace dateline {

/// Only waiting counts, not what the thread that made this object computes itself. It goes in steps
/// of six tenths of what is left, to connect or to search, so that what fails can be done again
/// without who failed. Where a step takes longer, what was added is ended, so that whoever waits
/// for it sees that.
class TimeLimit {
public:
    using Duration = std::chrono::milliseconds;

    explicit TimeLimit(Duration whole);
    ~TimeLimit();
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;

    /// The first begins with this object.
    void begin_step();

    Duration whole() const { return whole_; }

    /// What is left, zero at least: of the whole, and of the step.
    Duration left() const { return until(whole_); }
    Duration left_of_step() const { return until(step_end_); }

    /// Whether too little is left of the step to wait for anything.
    bool step_is_over() const { return left_of_step() < moment; }

    /// `end` is run by another thread when a step is over, and every while from then on, until it
    /// is removed.
    void add(const void* owner, std::function<void()> end);
    void remove(const void* owner);

private:
    static constexpr Duration moment{20};

    Duration waited() const;
    Duration until(Duration end) const { return std::max(end - waited(), Duration::zero()); }
    void watch();

    const Duration whole_;
    std::atomic<Duration> step_end_;
    const std::chrono::steady_clock::time_point begin_;
    clockid_t cpu_clock_;
    std::chrono::nanoseconds cpu_at_begin_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool done_ = false;
    std::map<const void*, std::function<void()>> ends_;
    std::thread watcher_;
};

}  // namespace dateline
