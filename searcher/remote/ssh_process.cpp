// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/ssh_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "common/error.h"
#include "common/text_parts.h"
#include "searcher/remote/child_guard.h"

namespace dateline {
namespace {

constexpr std::size_t most_said = 4096;
constexpr std::size_t most_shown = 200;

[[noreturn]] void fail(const std::string& program, int problem) {
    throw Error("cannot start '" + program + "': " + std::strerror(problem),
                "install it (sudo apt install openssh-client)");
}

struct Pipe {
    Descriptor reading;
    Descriptor writing;
};

Pipe make_pipe(const std::string& program) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail(program, errno);
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

void never_wait(const Descriptor& descriptor) {
    fcntl(descriptor.number(), F_SETFL, O_NONBLOCK);
}

int milliseconds_to(SshProcess::Time deadline) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return left.count() < 0 ? 0 : static_cast<int>(std::min<long>(left.count(), 60'000));
}

}  // namespace

SshProcess::SshProcess(const std::vector<std::string>& command) {
    signal(SIGPIPE, SIG_IGN);  // as Xapian does: a server that is gone is told by write()
    Pipe in = make_pipe(command.front());
    Pipe out = make_pipe(command.front());
    Pipe errors = make_pipe(command.front());
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.reading.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.writing.number(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.writing.number(), STDERR_FILENO);
    std::vector<std::string> words = command;
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int problem = posix_spawnp(&child_, command.front().c_str(), &actions, nullptr,
                                     arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (problem != 0) fail(command.front(), problem);
    to_ = std::move(in.writing);
    from_ = std::move(out.reading);
    errors_ = std::move(errors.reading);
    never_wait(to_);
    never_wait(from_);
    never_wait(errors_);
}

SshProcess::~SshProcess() {
    if (child_ <= 0) return;
    to_ = Descriptor();
    from_ = Descriptor();
    end_child(child_);
    waitpid(child_, nullptr, 0);
}

SshProcess::Ending SshProcess::exchange(std::string& out, std::string& in, Time deadline) {
    std::array<char, 64 * 1024> block{};
    for (;;) {
        std::array<pollfd, 3> waiting{{{from_.number(), POLLIN, 0},
                                       {errors_.number(), POLLIN, 0},
                                       {out.empty() ? -1 : to_.number(), POLLOUT, 0}}};
        const int ready = poll(waiting.data(), waiting.size(), milliseconds_to(deadline));
        if (ready < 0 && errno != EINTR) return Ending::closed;
        if (std::chrono::steady_clock::now() >= deadline) return Ending::out_of_time;
        if (ready <= 0) continue;
        if (waiting[1].revents != 0) read_errors();
        if (waiting[2].revents != 0) {
            const ssize_t written = write(to_.number(), out.data(), out.size());
            // What it said before it ended is still to be read.
            if (written < 0 && errno != EAGAIN && errno != EINTR) out.clear();
            if (written > 0) out.erase(0, static_cast<std::size_t>(written));
        }
        if (waiting[0].revents == 0) continue;
        const ssize_t got = read(from_.number(), block.data(), block.size());
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        if (got <= 0) return Ending::closed;
        in.append(block.data(), static_cast<std::size_t>(got));
        return Ending::open;
    }
}

void SshProcess::read_errors() {
    std::array<char, 4096> block{};
    const ssize_t got = read(errors_.number(), block.data(), block.size());
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) {
        errors_ = Descriptor();
        return;
    }
    said_.append(block.data(), static_cast<std::size_t>(got));
    if (said_.size() > most_said) said_.erase(0, said_.size() - most_said);
}

std::string SshProcess::reason() {
    const Time end = std::chrono::steady_clock::now() + std::chrono::milliseconds(200);
    while (errors_.number() >= 0 && std::chrono::steady_clock::now() < end) {
        pollfd waiting{errors_.number(), POLLIN, 0};
        if (poll(&waiting, 1, milliseconds_to(end)) > 0) read_errors();
    }
    std::string last;
    for (std::string_view left = said_; !left.empty();) {
        const std::string_view line = take_line(left);
        if (line.find_first_not_of(" \r") != line.npos) last = line;
    }
    while (!last.empty() && (last.back() == '\r' || last.back() == ' ')) last.pop_back();
    if (last.size() > most_shown) last = last.substr(0, most_shown) + "...";
    return last;
}

}  // namespace dateline
