// SPDX-License-Identifier: GPL-2.0-or-later
// What is to be done is done with as many threads as there can be, or with none.
#include "indexer/writers/threads.h"

#include <doctest/doctest.h>

#include <atomic>
#include <new>
#include <stdexcept>
#include <system_error>

namespace dateline {
namespace {

/// Starts so many threads; then the system has no more.
ThreadStarter few_threads(unsigned most) {
    return [most, started = 0U](std::function<void()> work) mutable {
        if (started++ < most) return start_thread(std::move(work));
        throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
    };
}

}  // namespace

TEST_CASE("threads that cannot be started are done without") {
    for (const unsigned most : {0U, 1U, 3U, 8U}) {
        CAPTURE(most);
        std::atomic<int> runs = 0;
        {
            const auto threads = start_threads(
                8, [&] { ++runs; }, few_threads(most));
            CHECK(threads.size() == most);
        }
        CHECK(runs == static_cast<int>(most));
    }
    const ThreadStarter no_memory = [](const std::function<void()>& /*work*/) -> std::jthread {
        throw std::bad_alloc();
    };
    CHECK(start_threads(
              8, [] {}, no_memory)
              .empty());
}

TEST_CASE("work beside is done once, and tells what went wrong, with and without a thread") {
    for (const unsigned most : {0U, 1U}) {
        CAPTURE(most);
        int runs = 0;
        start_beside([&] { ++runs; }, few_threads(most)).get();
        CHECK(runs == 1);
        auto failing = start_beside([] { throw std::runtime_error("x"); }, few_threads(most));
        CHECK_THROWS_AS(failing.get(), std::runtime_error);
        // One that nobody asks for is over when it goes out of scope.
        start_beside([&] { runs += 0; }, few_threads(most));
    }
}

}  // namespace dateline
