// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stop_signals.h"

#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <ctime>

namespace dateline {

std::atomic<bool> stop_requested = false;

namespace {

void request_stop(int /*signal*/) {
    if (stop_requested.exchange(true)) _exit(130);  // a second Ctrl-C does not wait for the commit
}

}  // namespace

void heed_signals() {
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error like a full disk
    std::signal(SIGINT, request_stop);
    std::signal(SIGTERM, request_stop);
}

void pause_for(std::uint32_t seconds) {
    sigset_t stops;
    sigset_t before;
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stops, &before);
    const timespec time{static_cast<time_t>(seconds), 0};
    if (!stop_requested) ppoll(nullptr, 0, &time, &before);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace dateline
