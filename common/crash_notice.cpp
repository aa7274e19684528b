// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/crash_notice.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "common/index_files.h"
#include "common/terminal.h"

namespace dateline {
namespace {

constexpr int status_failed = 2;
constexpr std::array crashes{SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGXCPU};

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

// What the handler needs; a signal handler can be given nothing.
int notices = 0;
std::string message;
std::array<struct sigaction, crashes.size()> before;

extern "C" void tell_and_exit(int /*signal*/) {
    // Only what a signal handler may call.
    if (write(STDERR_FILENO, message.data(), message.size()) < 0) _exit(status_failed);
    _exit(status_failed);
}

}  // namespace

CrashNotice::CrashNotice(const std::string& index)
    : CrashNotice(index.empty() ? ""
                                : fmt::format("reading index '{}' ended in a crash, or did not "
                                              "end; most likely it is damaged",
                                              make_safe(index)),
                  rebuild_hint) {}

CrashNotice::CrashNotice(const std::string& what, const std::string& hint) {
    if (sanitized || notices++ > 0) return;
    message.clear();
    if (!what.empty())
        message = fmt::format("{}: {}\nhint: {}\n", program_invocation_short_name, what, hint);
    struct sigaction action {};
    action.sa_handler = tell_and_exit;
    for (std::size_t i = 0; i < crashes.size(); ++i) sigaction(crashes[i], &action, &before[i]);
}

CrashNotice::~CrashNotice() {
    if (sanitized || --notices > 0) return;
    for (std::size_t i = 0; i < crashes.size(); ++i) sigaction(crashes[i], &before[i], nullptr);
}

ReadingLimit::ReadingLimit(std::chrono::milliseconds most) {
    sigevent event{};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGXCPU;
    set_ = timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &timer_) == 0;
    itimerspec when{};
    when.it_value.tv_sec = most.count() / 1000;
    when.it_value.tv_nsec = most.count() % 1000 * 1'000'000;
    if (set_) timer_settime(timer_, 0, &when, nullptr);
}

ReadingLimit::~ReadingLimit() {
    if (set_) timer_delete(timer_);
}

}  // namespace dateline
