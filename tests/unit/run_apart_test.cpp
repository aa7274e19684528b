// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/run_apart.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <new>

#include "common/crash_notice.h"
#include "common/error.h"

namespace dateline {

TEST_CASE("what is done in another process comes back, whatever bytes it is") {
    CHECK(run_apart([] { return std::string(); }) == "");
    const std::string bytes = std::string("a\0b\xff", 4) + std::string(300'000, 'x');
    CHECK(run_apart([&] { return bytes; }) == bytes);
    int here = 0;
    CHECK(run_apart([&] { return std::to_string(++here); }) == "1");
    CHECK(here == 0);
}

TEST_CASE("an error of another process is thrown in this one") {
    try {
        run_apart([]() -> std::string { throw Error("message", "hint", 75); });
        FAIL("nothing was thrown");
    } catch (const Error& error) {
        CHECK(std::string(error.what()) == "message");
        CHECK(error.hint() == "hint");
        CHECK(error.status() == 75);
    }
}

TEST_CASE("a process that dies gives nothing, and this one lives") {
    CHECK_FALSE(run_apart([]() -> std::string { _exit(3); }));
    CHECK_FALSE(run_apart([]() -> std::string { throw std::bad_alloc(); }));
    CHECK_FALSE(run_apart([]() -> std::string {
        raise(SIGKILL);
        return "";
    }));
}

#if !defined(__SANITIZE_ADDRESS__)  // which tells crashes itself
TEST_CASE("a crash is a message and a status, as the outermost notice says") {
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT}) {
        CAPTURE(signal);
        const auto exit_status = [&](const auto& work) {
            const pid_t child = fork();
            if (child == 0) {
                close(STDERR_FILENO);
                work();
                raise(signal);
                _exit(0);
            }
            int status = 0;
            waitpid(child, &status, 0);
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        };
        const auto crash = [&] { raise(signal); };
        CHECK(exit_status([] { const CrashNotice over("x"); }) == 128 + signal);
        CHECK(exit_status([&] {
                  const CrashNotice notice("x");
                  crash();
              }) == 2);
        CHECK(exit_status([&] {
                  const CrashNotice outer("x");
                  { const CrashNotice inner("y"); }
                  crash();
              }) == 2);
    }
}

TEST_CASE("reading that goes round and round ends as a crash does, by processor time") {
    const pid_t child = fork();
    if (child == 0) {
        close(STDERR_FILENO);
        const CrashNotice notice("x");
        const ReadingLimit limit(std::chrono::milliseconds(20));
        for (std::atomic<int> i = 0;; ++i) {
        }
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 2));
}
#endif

}  // namespace dateline
