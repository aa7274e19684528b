// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf/helper_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>

#include "common/error.h"
#include "common/descriptor.h"

namespace dateline {

namespace {

constexpr std::size_t most_row_bytes = 128U << 20U;
constexpr int most_silence_ms = 60'000;  // it has 30 seconds of the processor, and writes each page

/// Beside this program, as in the folder where it is built, or where it is installed.
std::string helper_program() {
    std::array<char, PATH_MAX> own{};
    const ssize_t size = readlink("/proc/self/exe", own.data(), own.size() - 1);
    const std::string path(own.data(), static_cast<std::size_t>(size > 0 ? size : 0));
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    for (const char* place : {"dateline-pdf", "../libexec/dateline/dateline-pdf",
                              "../../indexer/dateline-pdf"}) {  // the last: of tests
        const std::string program = folder + place;
        if (access(program.c_str(), X_OK) == 0) return program;
    }
    throw Error("'dateline-pdf', which reads PDF, is not beside this program",
                "install dateline as a whole");
}

[[noreturn]] void fail(int problem) {
    throw Error(std::string("cannot start 'dateline-pdf': ") + std::strerror(problem));
}

/// A file in memory, without a name, that holds the bytes.
Descriptor file_of(std::string_view bytes) {
    Descriptor file(memfd_create("dateline-pdf", MFD_CLOEXEC));
    if (file.number() < 0) fail(errno);
    while (!bytes.empty()) {
        const ssize_t written = write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    lseek(file.number(), 0, SEEK_SET);
    return file;
}

pid_t start(const std::string& program, int input, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    // Its group is ours, so that a Ctrl-C reaches it; nothing of our environment concerns it.
    std::string name = "dateline-pdf";
    std::string language = "LC_ALL=C.UTF-8";
    std::array<char*, 2> arguments{name.data(), nullptr};
    std::array<char*, 2> environment{language.data(), nullptr};
    pid_t child = 0;
    const int problem = posix_spawn(&child, program.c_str(), &actions, &attributes,
                                    arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (problem != 0) fail(problem);
    return child;
}

/// Reads to the end of the pipe, or until there is too much or nothing for too long.
HelperAnswer read_answer(int pipe) {
    HelperAnswer answer;
    std::array<char, 64 * 1024> block{};
    for (;;) {
        pollfd waiting{pipe, POLLIN, 0};
        const int ready = poll(&waiting, 1, most_silence_ms);
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) answer.ending = HelperAnswer::Ending::out_of_time;
        if (ready <= 0) return answer;
        const ssize_t got = read(pipe, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return answer;
        answer.rows.append(block.data(), static_cast<std::size_t>(got));
        if (answer.rows.size() > most_row_bytes) {
            answer.ending = HelperAnswer::Ending::too_much;
            return answer;
        }
    }
}

void wait_for(pid_t child, HelperAnswer& answer) {
    using Ending = HelperAnswer::Ending;
    if (answer.ending != Ending::well) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return;
    if (answer.ending != Ending::well) return;
    if (WIFSIGNALED(status))
        answer.ending = WTERMSIG(status) == SIGXCPU ? Ending::out_of_time : Ending::killed;
    else if (WEXITSTATUS(status) != 0)
        answer.ending = Ending::killed;
}

}  // namespace

HelperAnswer run_pdf_helper(std::string_view bytes) {
    const std::string program = helper_program();
    const Descriptor input = file_of(bytes);
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail(errno);
    const Descriptor reading(ends[0]);
    pid_t child = 0;
    {
        const Descriptor writing(ends[1]);
        child = start(program, input.number(), writing.number());
    }
    HelperAnswer answer = read_answer(reading.number());
    wait_for(child, answer);
    return answer;
}

}  // namespace dateline
