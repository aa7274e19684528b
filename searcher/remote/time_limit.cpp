// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/time_limit.h"

#include <pthread.h>

#include <utility>

namespace dateline {
namespace {

constexpr TimeLimit::Duration every{50};

std::chrono::nanoseconds time_of(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

clockid_t cpu_clock_of_this_thread() {
    clockid_t clock{};
    pthread_getcpuclockid(pthread_self(), &clock);
    return clock;
}

}  // namespace

TimeLimit::TimeLimit(Duration whole)
    : whole_(whole),
      begin_(std::chrono::steady_clock::now()),
      cpu_clock_(cpu_clock_of_this_thread()),
      cpu_at_begin_(time_of(cpu_clock_)) {
    begin_step();
}

TimeLimit::~TimeLimit() {
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
    }
    wake_.notify_one();
    if (watcher_.joinable()) watcher_.join();
}

TimeLimit::Duration TimeLimit::waited() const {
    const auto computed = time_of(cpu_clock_) - cpu_at_begin_;
    return std::chrono::floor<Duration>(std::chrono::steady_clock::now() - begin_ - computed);
}

void TimeLimit::begin_step() {
    step_end_ = whole_ - left() * 4 / 10;
}

void TimeLimit::add(const void* owner, std::function<void()> end) {
    const std::lock_guard lock(mutex_);
    ends_[owner] = std::move(end);
    if (!watcher_.joinable()) watcher_ = std::thread([this] { watch(); });
}

void TimeLimit::remove(const void* owner) {
    const std::lock_guard lock(mutex_);
    ends_.erase(owner);
}

void TimeLimit::watch() {
    std::unique_lock lock(mutex_);
    while (!done_) {
        const Duration rest = left_of_step();
        if (rest == Duration::zero())
            for (const auto& [owner, end] : ends_) end();
        wake_.wait_for(lock, std::max(rest, every));
    }
}

}  // namespace dateline
