// SPDX-License-Identifier: GPL-2.0-or-later
// The wire between a client, on our stdin and stdout, and a command: passes bytes on both ways,
// late or wrongly if told to, and counts them (ssh_stand_in.cpp).
#pragma once

#include <poll.h>
#include <sys/types.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

/// Counts messages, whose bytes come in pieces: a type, a length, and as many bytes.
class MessageCount {
public:
    void add(const std::string& bytes) {
        for (const char byte : bytes) add(static_cast<unsigned char>(byte));
    }
    std::uint64_t count() const { return count_; }

private:
    enum class Next { type, length, long_length, body };

    void add(unsigned char byte);

    Next next_ = Next::type;
    std::uint64_t left_ = 0;
    unsigned shift_ = 0;
    std::uint64_t count_ = 0;
};

/// What goes one way. An end that is closed is -1.
struct Flow {
    using Time = std::chrono::steady_clock::time_point;
    struct Chunk {
        Time due;
        std::string bytes;  // none: the end
    };

    int source;
    int sink;
    std::deque<Chunk> waiting{};
    std::size_t held = 0;
    Time not_before{};

    /// When something may be written, if ever.
    std::optional<Time> ready() const;
    /// Whether nobody takes what should have been passed on, and nothing more should be read.
    bool is_full(Time now) const;
    /// Reads once, to be passed on after the delay; no bytes are the end.
    std::string receive(std::chrono::milliseconds delay);
    /// Writes some of the first chunk, without waiting after poll(): how many bytes.
    std::size_t deliver(std::uint64_t most);
    void close_sink();
};

/// A process in a group of its own, and the ends of its pipes.
struct Command {
    pid_t process;
    int in;
    int out;
};

/// "cut", "stall", "deaf", "garble", "slow" or "noise", after so many bytes to the client; no kind:
/// none.
struct Fault {
    std::string kind;
    std::uint64_t byte = 0;
};

class Wire {
public:
    Wire(const Command& command, Fault fault, std::chrono::milliseconds delay);

    /// Until the end, which `terminated` brings, too: the status to end with. Signals are let in by
    /// this mask only while it waits; SIGCHLD must have a handler, SIGPIPE must be ignored.
    int run(const sigset_t& mask, const volatile std::sig_atomic_t& terminated);

    /// "turns=N to=BYTES from=BYTES messages=M"
    std::string counts() const;

private:
    void kill_command();
    void strike();
    std::array<pollfd, 4> ends(Flow::Time now) const;
    std::optional<std::chrono::nanoseconds> time_left(Flow::Time now) const;
    void pass_on(const sigset_t& mask);
    void hear_client();
    void tell_client();
    bool is_waiting_for_silence() const;

    pid_t process_;
    Fault fault_;
    std::chrono::milliseconds delay_;
    Flow to_command_;
    Flow to_client_;
    Flow::Time heard_command_;
    bool killed_ = false;
    bool stalled_ = false;
    bool slow_ = false;
    bool over_ = false;
    bool client_was_last_ = true;
    std::uint64_t turns_ = 0;
    std::uint64_t taken_ = 0;
    std::uint64_t passed_ = 0;
    MessageCount messages_;
};
