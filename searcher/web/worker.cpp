// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/worker.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace dateline::web {
namespace {

void put(std::string& bytes, std::string_view text) {
    const std::uint64_t size = text.size();
    char number[sizeof size];
    std::memcpy(number, &size, sizeof size);
    bytes.append(number, sizeof size).append(text);
}

std::optional<std::string> take(std::string_view& bytes) {
    std::uint64_t size = 0;
    if (bytes.size() < sizeof size) return std::nullopt;
    std::memcpy(&size, bytes.data(), sizeof size);
    bytes.remove_prefix(sizeof size);
    if (bytes.size() < size) return std::nullopt;
    std::string text(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return text;
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Of the server's files and handlers the process keeps none but the pipe, and it ends with it.
/// An exception ends it here: further up is the server's own loop.
[[noreturn]] void work(int pipe, pid_t server, const std::function<Response()>& answer) noexcept {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != server) _exit(1);
    for (const int number : {SIGINT, SIGTERM, SIGCHLD}) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    const int out = dup2(pipe, STDERR_FILENO + 1);
    close_range(STDERR_FILENO + 2, ~0U, 0);
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    _exit(write_all(out, pack(answer())) ? 0 : 1);
}

}  // namespace

std::optional<Worker> start_worker(const std::function<Response()>& answer) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
    const pid_t server = getpid();
    const pid_t process = fork();
    if (process == 0) work(ends[1], server, answer);
    close(ends[1]);
    if (process > 0) return Worker{process, ends[0]};
    close(ends[0]);
    return std::nullopt;
}

std::string pack(const Response& response) {
    std::string bytes;
    put(bytes, std::to_string(response.status));
    put(bytes, response.type);
    put(bytes, response.body);
    for (const auto& [name, value] : response.headers) {
        put(bytes, name);
        put(bytes, value);
    }
    put(bytes, "");
    return bytes;
}

std::optional<Response> unpack(std::string_view bytes) {
    Response response;
    const auto status = take(bytes);
    auto type = take(bytes);
    auto body = take(bytes);
    if (!status || !type || !body) return std::nullopt;
    response.status = std::atoi(status->c_str());
    response.type = std::move(*type);
    response.body = std::move(*body);
    for (;;) {
        auto name = take(bytes);
        if (!name) return std::nullopt;
        if (name->empty()) return response;
        auto value = take(bytes);
        if (!value) return std::nullopt;
        response.headers.emplace_back(std::move(*name), std::move(*value));
    }
}

}  // namespace dateline::web
