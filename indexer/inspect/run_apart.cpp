// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/run_apart.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "common/bytes.h"
#include "common/crash_notice.h"
#include "common/error.h"

namespace dateline {
namespace {

// What the child's answer begins with.
constexpr char returned = 'r';
constexpr char threw = 't';

/// What came of the work, as bytes.
std::string answer_of(const std::function<std::string()>& work) {
    std::string answer;
    try {
        answer = returned + work();
    } catch (const Error& error) {
        answer = threw;
        put_text(answer, error.what());
        put_text(answer, error.hint());
        put_number(answer, static_cast<std::uint64_t>(error.status()));
    }
    return answer;
}

[[noreturn]] void be_child(int pipe, const std::function<std::string()>& work) {
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    const CrashNotice quiet("");  // the parent tells
    std::string answer;
    try {
        answer = answer_of(work);
    } catch (...) {
        _exit(1);  // what a damaged length can do: no memory, most often
    }
    std::string_view rest = answer;
    while (!rest.empty()) {
        const ssize_t written = write(pipe, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) _exit(1);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    _exit(0);  // nothing of the parent's is flushed or destroyed here
}

std::string read_to_end(int pipe) {
    std::string bytes;
    std::array<char, 4096> block{};
    for (;;) {
        const ssize_t got = read(pipe, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(got));
    }
}

bool ended_well(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

[[noreturn]] void throw_again(std::string_view bytes) {
    ByteSource source(bytes);
    const std::string message(source.text());
    const std::string hint(source.text());
    throw Error(message, hint, static_cast<int>(source.number32()));
}

}  // namespace

std::optional<std::string> run_apart(const std::function<std::string()>& work) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        throw Error(std::string("cannot make a pipe: ") + std::strerror(errno));
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        be_child(ends[1], work);
    }
    const int problem = errno;
    close(ends[1]);
    const std::string answer = child < 0 ? "" : read_to_end(ends[0]);
    close(ends[0]);
    if (child < 0)
        throw Error(std::string("cannot start another process: ") + std::strerror(problem));
    if (!ended_well(child) || answer.empty()) return std::nullopt;
    if (answer.front() == threw) throw_again(std::string_view(answer).substr(1));
    return answer.substr(1);
}

}  // namespace dateline
