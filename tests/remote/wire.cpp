// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/remote/wire.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <utility>

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Time = Flow::Time;

constexpr int ssh_failed = 255;
constexpr std::size_t most_held = std::size_t{2} << 20;  // the window of OpenSSH
constexpr auto patience = 5s;  // with a silent command whose stdin has ended

}  // namespace

void MessageCount::add(unsigned char byte) {
    if (next_ == Next::type) {
        next_ = Next::length;
        return;
    }
    if (next_ == Next::length) {
        left_ = byte;
        shift_ = 0;
        next_ = byte == 0xff ? Next::long_length : Next::body;
    } else if (next_ == Next::long_length) {
        if (shift_ < 64) left_ += std::uint64_t{byte & 0x7fU} << shift_;
        shift_ += 7;
        if ((byte & 0x80U) != 0) next_ = Next::body;
    } else {
        --left_;
    }
    if (next_ != Next::body || left_ > 0) return;
    next_ = Next::type;
    ++count_;
}

std::optional<Time> Flow::ready() const {
    if (sink < 0 || waiting.empty()) return std::nullopt;
    return std::max(waiting.front().due, not_before);
}

bool Flow::is_full(Time now) const {
    return held > most_held && waiting.front().due <= now;
}

std::string Flow::receive(std::chrono::milliseconds delay) {
    static std::array<char, 65536> buffer;
    const ssize_t got = read(source, buffer.data(), buffer.size());
    std::string bytes(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    if (bytes.empty()) {
        close(source);
        source = -1;
    }
    if (sink >= 0) {
        held += bytes.size();
        waiting.push_back({Clock::now() + delay, bytes});
    }
    return bytes;
}

std::size_t Flow::deliver(std::uint64_t most) {
    std::string& bytes = waiting.front().bytes;
    const auto size = std::min<std::uint64_t>({bytes.size(), most, PIPE_BUF});
    const auto written = size == 0 ? -1 : write(sink, bytes.data(), size);
    if (written < 0) {
        close_sink();
        return 0;
    }
    bytes.erase(0, static_cast<std::size_t>(written));
    held -= static_cast<std::size_t>(written);
    if (bytes.empty()) waiting.pop_front();
    return static_cast<std::size_t>(written);
}

void Flow::close_sink() {
    shutdown(sink, SHUT_WR);  // one socket may be both our stdin and our stdout
    close(sink);
    sink = -1;
    waiting.clear();
    held = 0;
}

Wire::Wire(const Command& command, Fault fault, std::chrono::milliseconds delay)
    : process_(command.process),
      fault_(std::move(fault)),
      delay_(delay),
      to_command_{STDIN_FILENO, command.in},
      to_client_{command.out, STDOUT_FILENO},
      heard_command_(Clock::now()) {}

int Wire::run(const sigset_t& mask, const volatile std::sig_atomic_t& terminated) {
    for (;;) {
        if (passed_ == fault_.byte) strike();
        if (over_ || terminated != 0) break;
        if (to_client_.sink < 0) {
            int status = 0;
            if (killed_) break;
            if (waitpid(process_, &status, WNOHANG) == process_)
                return WIFEXITED(status) ? WEXITSTATUS(status) : ssh_failed;
        }
        pass_on(mask);
    }
    kill_command();
    return ssh_failed;
}

std::string Wire::counts() const {
    return "turns=" + std::to_string(turns_) + " to=" + std::to_string(taken_) +
           " from=" + std::to_string(passed_) + " messages=" + std::to_string(messages_.count());
}

void Wire::kill_command() {
    if (killed_) return;
    kill(-process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    killed_ = true;
}

/// The fault, when its byte is reached.
void Wire::strike() {
    over_ = over_ || fault_.kind == "cut";
    stalled_ = stalled_ || fault_.kind == "stall";
    slow_ = slow_ || fault_.kind == "slow";
    if (fault_.kind == "deaf") {
        kill_command();
        sleep(60);  // signals are blocked
        over_ = true;
    }
    if (fault_.kind != "noise" || killed_) return;
    kill_command();
    to_client_.source = -1;
    const std::string noise(65536, '\xff');
    to_client_.held = noise.size();
    to_client_.waiting = {{Clock::now(), noise}, {Clock::now(), ""}};
}

bool Wire::is_waiting_for_silence() const {
    return to_command_.source < 0 && to_command_.sink < 0 && to_client_.waiting.empty();
}

/// What to wait for: the client's requests, the command's answers, room for either.
std::array<pollfd, 4> Wire::ends(Time now) const {
    const auto writes = [&](const Flow& flow) {
        return !stalled_ && flow.ready().value_or(Time::max()) <= now ? POLLOUT : 0;
    };
    const auto end = [](bool is_watched, int file, int events) {
        return pollfd{is_watched ? file : -1, static_cast<short>(events), 0};
    };
    const bool asks = !to_command_.is_full(now);
    const bool hears = !to_client_.is_full(now) && !stalled_;
    return {end(asks || stalled_, to_command_.source, asks ? POLLIN : 0),
            end(hears, to_client_.source, POLLIN), end(true, to_command_.sink, writes(to_command_)),
            end(true, to_client_.sink, writes(to_client_))};
}

/// How long to wait for them at most.
std::optional<std::chrono::nanoseconds> Wire::time_left(Time now) const {
    Time next = is_waiting_for_silence() ? heard_command_ + patience : Time::max();
    for (const Flow* flow : {&to_command_, &to_client_}) {
        const Time ready = stalled_ ? Time::max() : flow->ready().value_or(Time::max());
        if (ready > now) next = std::min(next, ready);
    }
    if (next == Time::max()) return std::nullopt;
    return std::max(next - now, Clock::duration{0});
}

/// Waits until something can be done, and does it.
void Wire::pass_on(const sigset_t& mask) {
    const Time now = Clock::now();
    std::array<pollfd, 4> happened = ends(now);
    const auto& [request, answer, command, client] = happened;
    const auto left = time_left(now);
    const timespec timeout = left ? timespec{*left / 1s, (*left % 1s).count()} : timespec{};
    if (ppoll(happened.data(), happened.size(), left ? &timeout : nullptr, &mask) < 0) return;

    // The client first: what it sent at once should count as one turn.
    if (request.revents != 0) hear_client();
    if (answer.revents != 0) to_client_.receive(delay_);
    if ((command.revents & POLLERR) != 0)
        to_command_.close_sink();
    else if (command.revents != 0)
        to_command_.deliver(PIPE_BUF);
    if (answer.revents != 0 || command.revents != 0) heard_command_ = Clock::now();
    if ((client.revents & (POLLERR | POLLHUP)) != 0)
        over_ = true;
    else if (client.revents != 0)
        tell_client();
    if (is_waiting_for_silence() && Clock::now() >= heard_command_ + patience) over_ = true;
}

void Wire::hear_client() {
    const std::string bytes = to_command_.receive(delay_);
    if (stalled_ && bytes.empty()) over_ = true;
    if (bytes.empty()) return;
    taken_ += bytes.size();
    messages_.add(bytes);
    client_was_last_ = true;
}

void Wire::tell_client() {
    std::uint64_t most = PIPE_BUF;
    if (passed_ < fault_.byte) most = fault_.byte - passed_;
    std::string& bytes = to_client_.waiting.front().bytes;
    if (fault_.kind == "garble" && passed_ == fault_.byte && !bytes.empty())
        bytes[0] = static_cast<char>(~bytes[0]);
    if (slow_) {
        most = 1;
        to_client_.not_before = Clock::now() + 100ms;
    }
    const std::uint64_t written = to_client_.deliver(most);
    passed_ += written;
    if (written > 0 && client_was_last_) ++turns_;
    if (written > 0) client_was_last_ = false;
}
