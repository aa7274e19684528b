// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/pager.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include "common/terminal.h"

namespace dateline {
namespace {

constexpr int status_not_found = 127;  // the shell's, for a command that it cannot start
constexpr int status_not_started = 126;

/// Without ESC[…m and ESC]…ESC\, the only sequences that we write.
std::string plain(std::string_view line) {
    std::string text;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] != '\x1b') {
            text += line[at];
        } else if (line.substr(at).starts_with("\x1b]")) {
            at = std::min(line.find("\x1b\\", at + 1), line.size() - 1) + 1;
        } else {
            at = std::min(line.find('m', at), line.size() - 1);
        }
    }
    return text;
}

/// Whether all of it was taken.
bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;  // the reader has seen enough
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

[[noreturn]] void become_pager(int input, const std::string& command) {
    signal(SIGPIPE, SIG_DFL);
    if (dup2(input, STDIN_FILENO) < 0) _exit(status_not_started);
    close(input);
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(status_not_started);
}

}  // namespace

bool overflows(std::string_view text, std::size_t rows, std::size_t columns) {
    std::size_t used = 1;  // the prompt
    while (!text.empty() && used <= rows) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::size_t width = display_width(plain(text.substr(0, end)));
        used += std::max<std::size_t>(1, (width + columns - 1) / std::max<std::size_t>(columns, 1));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return used > rows;
}

PagerEnd show_in_pager(const std::string& text, const std::string& command) {
    int ends[2];
    if (pipe(ends) != 0) return PagerEnd::not_started;
    const pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        become_pager(ends[0], command);
    }
    close(ends[0]);
    fcntl(ends[1], F_SETPIPE_SZ, 4096);  // so that little is taken that nobody reads
    const auto before = signal(SIGPIPE, SIG_IGN);
    const bool all = child > 0 && write_all(ends[1], text);
    close(ends[1]);
    signal(SIGPIPE, before);
    if (child < 0) return PagerEnd::not_started;
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    if (code == status_not_found || code == status_not_started) return PagerEnd::not_started;
    return all ? PagerEnd::shown : PagerEnd::cut;
}

}  // namespace dateline
