// SPDX-License-Identifier: GPL-2.0-or-later
// A stand-in for `ssh`, for tests of searches on other machines. It takes the arguments Dateline
// gives to ssh, runs COMMAND here by /bin/sh, passes bytes on both ways, and ends with the
// command's status, or with 255 if the command was killed. It keeps the folder and the environment,
// unlike ssh.
//
//     ssh [OPTION...] -- HOST COMMAND
//
// DATELINE_WIRE_COUNT=FILE    At its end it appends "HOST turns=N to=BYTES from=BYTES messages=M"
// to FILE: what
//     the client sent and got, counted at the client's end. A turn is a run of bytes sent and the
//     run got after it; the greeting, unasked, is the first. Requests sent by several writes are
//     surely one turn only with a delay: without it the first may be answered before the last is
//     written.
// DATELINE_WIRE_DELAY_MS=N    What arrives is passed on N milliseconds later, in either direction:
// a round
//     trip costs 2 N, and the greeting N. It is latency only; any number of bytes may be on their
//     way.
// DATELINE_WIRE_STATE=FOLDER  Connections are counted by files FOLDER/HOST.1, FOLDER/HOST.2, ...
// DATELINE_WIRE_FAULT=KIND:HOST:CONNECTION:BYTE[,...]  On that connection to HOST (from 1; 0: every
// one), once
//     BYTE bytes have been passed to the client:
//     cut     kills the command and ends
//     stall   passes on nothing more either way, until its stdin closes or it gets SIGTERM
//     deaf    the same, and neither of them ends it (a minute does)
//     garble  flips all bits of the next byte, and goes on
//     slow    passes one byte each 100 ms to the client
//     noise   kills the command, sends 64 KB of 0xff instead, and ends
//     refuse  refuses the connection, whatever BYTE is
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <regex>
#include <sstream>
#include <string>

#include "tests/remote/wire.h"

namespace {

constexpr int ssh_failed = 255;

volatile std::sig_atomic_t terminated = 0;

[[noreturn]] void fail(const std::string& why) {
    const std::string line = "ssh: " + why + "\n";
    (void)!write(STDERR_FILENO, line.data(), line.size());
    std::exit(ssh_failed);
}

std::string variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::uint64_t number(const std::string& text, const char* of) {
    if (text.empty() || text.size() > 18 ||
        text.find_first_not_of("0123456789") != std::string::npos)
        fail(std::string(of) + ": not a number: '" + text + "'");
    return std::stoull(text);
}

struct Request {
    std::string host;
    std::string command;
};

Request parse(int argc, char** argv) {
    const char* const options =
        "+46AaCfGgKkMNnqsTtVvXxYyB:b:c:D:E:e:F:I:i:J:L:l:m:O:o:P:p:Q:R:S:W:w:";
    for (int letter = 0; (letter = getopt(argc, argv, options)) != -1;) {
        const std::string value = optarg == nullptr ? "" : optarg;
        if (letter == '?') std::exit(ssh_failed);
        const std::size_t sign = value.find_first_of("= ");
        if (letter == 'o' && (sign == 0 || sign >= value.size() - 1))
            fail("-o takes NAME=VALUE, not '" + value + "'");
        if (letter == 'p' && (number(value, "-p") < 1 || number(value, "-p") > 65535))
            fail("Bad port '" + value + "'");
    }
    if (argc != optind + 2 || std::strcmp(argv[optind - 1], "--") != 0)
        fail("after the options the stand-in takes -- HOST COMMAND, and nothing else");
    const std::string host = argv[optind];
    if (host.empty() || host[0] == '-' ||
        host.find_first_of("/ \t\n'`\"$\\;&<>|(){}") < host.size())
        fail("hostname contains invalid characters: '" + host + "'");
    return {host, argv[optind + 1]};
}

/// The number of this connection to the host, from 1; 0 if they are not counted.
std::uint64_t count_connection(const std::string& host) {
    const std::string folder = variable("DATELINE_WIRE_STATE");
    for (std::uint64_t i = 1; !folder.empty(); ++i) {
        const std::string name = folder + "/" + host + "." + std::to_string(i);
        const int file = open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
        if (file < 0 && errno != EEXIST) fail(name + ": " + std::strerror(errno));
        if (file < 0) continue;
        close(file);
        return i;
    }
    return 0;
}

Fault fault_of(const std::string& host) {
    const std::uint64_t connection = count_connection(host);
    std::istringstream all(variable("DATELINE_WIRE_FAULT"));
    for (std::string text; std::getline(all, text, ',');) {
        const std::regex form(
            "(cut|stall|deaf|garble|slow|noise|refuse):(.+):([0-9]{1,18}):([0-9]{1,18})");
        std::smatch parts;
        if (!std::regex_match(text, parts, form))
            fail("not understood: DATELINE_WIRE_FAULT=" + text);
        const std::uint64_t wanted = std::stoull(parts[3]);
        if (wanted != 0 && connection == 0) fail("DATELINE_WIRE_FAULT needs DATELINE_WIRE_STATE");
        if (parts[2] == host && (wanted == 0 || wanted == connection))
            return {parts[1], std::stoull(parts[4])};
    }
    return {};
}

Command start(const std::string& text, const sigset_t& mask) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) fail("no pipes");
    const pid_t process = fork();
    if (process < 0) fail("cannot fork");
    if (process == 0) {
        setpgid(0, 0);  // so that it is killed with what it started
        signal(SIGPIPE, SIG_DFL);
        sigprocmask(SIG_SETMASK, &mask, nullptr);
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        execl("/bin/sh", "sh", "-c", text.c_str(), nullptr);
        _exit(127);
    }
    setpgid(process, process);
    close(in[0]);
    close(out[1]);
    return {process, in[1], out[0]};
}

/// Blocks the signals that end the wait for bytes, and handles them: the mask there was before.
sigset_t handle_signals() {
    sigset_t blocked;
    sigset_t before;
    sigemptyset(&blocked);
    for (const int name : {SIGTERM, SIGINT, SIGHUP, SIGCHLD}) {
        sigaddset(&blocked, name);
        signal(name, [](int caught) {
            if (caught != SIGCHLD) terminated = 1;
        });
    }
    signal(SIGPIPE, SIG_IGN);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    for (const int name : {SIGTERM, SIGINT, SIGHUP, SIGCHLD}) sigdelset(&before, name);
    return before;
}

void append_counts(const std::string& host, const std::string& counts) {
    const std::string name = variable("DATELINE_WIRE_COUNT");
    if (name.empty()) return;
    const std::string line = host + " " + counts + "\n";
    const int file = open(name.c_str(), O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0666);
    if (file < 0 || write(file, line.data(), line.size()) < 0)
        fail(name + ": " + std::strerror(errno));
}

}  // namespace

int main(int argc, char** argv) {
    const Request request = parse(argc, argv);
    const std::string delay = variable("DATELINE_WIRE_DELAY_MS");
    const std::uint64_t late = delay.empty() ? 0 : number(delay, "DATELINE_WIRE_DELAY_MS");
    const Fault fault = fault_of(request.host);
    if (fault.kind == "refuse") {
        append_counts(request.host, "turns=0 to=0 from=0 messages=0");
        fail("connect to host " + request.host + " port 22: Connection refused");
    }
    const sigset_t mask = handle_signals();
    Wire wire(start(request.command, mask), fault, std::chrono::milliseconds(late));
    const int status = wire.run(mask, terminated);
    append_counts(request.host, wire.counts());
    return status;
}
