// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/run_main.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <iostream>
#include <new>
#include <vector>

#include "common/error.h"
#include "common/index_store.h"
#include "common/terminal.h"

namespace dateline {
namespace {

constexpr int status_failed = 2;
constexpr int status_reader_gone = 141;  // what a shell shows for a program that SIGPIPE ended

/// A closed stream's number would be given to the next file opened, the index for one, and what is
/// printed would land in it. Opened the wrong way round, so that using it still fails.
void occupy_closed_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
        if (open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) == -1) return;
    }
}

/// What was printed so far comes first; that it cannot be written no longer matters.
void flush_output() {
    std::cout.exceptions(std::ios::goodbit);
    std::cout.flush();
}

int report(std::string_view program, std::string_view message, std::string_view hint, int status) {
    flush_output();
    std::cerr << program << ": " << make_safe(message, LineBreaks::stay) << '\n';
    if (!hint.empty()) std::cerr << "hint: " << make_safe(hint, LineBreaks::stay) << '\n';
    return status;
}

int report_output_failure(std::string_view program, int reason) {
    if (reason == EPIPE) return status_reader_gone;
    std::string message = "cannot write the output";
    if (reason != 0) message.append(": ").append(std::strerror(reason));
    return report(program, message, "", status_failed);
}

/// Runs `run`, then makes sure that all of stdout was written.
int run_and_flush(std::span<const std::string_view> arguments,
                  const std::function<int(std::span<const std::string_view>)>& run) {
    const int status = run(arguments);
    std::cout.flush();
    return status;
}

/// A file of ours below the folder that a variable names, if it is absolute, else below one of the
/// home.
std::string own_file(const char* variable, std::string_view below_home, std::string_view name) {
    const std::string below = std::string("/dateline/").append(name);
    if (const auto folder = environment(variable); folder && folder->front() == '/')
        return *folder + below;
    if (const auto home = environment("HOME")) return std::string(*home).append(below_home) + below;
    return "";
}

}  // namespace

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

Day current_day() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    if (localtime_r(&now, &local) == nullptr) throw Error("cannot tell today's date");
    return Day{std::chrono::year{local.tm_year + 1900},
               std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
               std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

std::int64_t midnight_of(const Day& day) {
    std::tm local{};
    local.tm_year = int{day.year()} - 1900;
    local.tm_mon = static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    local.tm_mday = static_cast<int>(static_cast<unsigned>(day.day()));
    local.tm_isdst = -1;
    return std::mktime(&local);
}

std::string index_folder(std::string_view typed, std::string_view configured) {
    if (!typed.empty()) return std::string(typed);
    if (const auto named = environment("DATELINE_INDEX")) return *named;
    if (!configured.empty()) return std::string(configured);
    // The XDG specification: a path that is not absolute counts as unset.
    if (const auto data = environment("XDG_DATA_HOME"); data && data->front() == '/') {
        return *data + "/dateline";
    }
    if (const auto home = environment("HOME")) return *home + "/.local/share/dateline";
    throw Error("cannot tell where the index is: HOME is not set", "name it with --index DIR");
}

std::string config_file(std::string_view name) {
    return own_file("XDG_CONFIG_HOME", "/.config", name);
}

std::string state_file(std::string_view name) {
    return own_file("XDG_STATE_HOME", "/.local/state", name);
}

int run_main(std::string_view program, int argc, const char* const* argv,
             const std::function<int(std::span<const std::string_view>)>& run) {
    occupy_closed_streams();
    std::ios::sync_with_stdio(false);
    std::cout.exceptions(std::ios::badbit | std::ios::failbit);  // stop at once, with errno fresh
    const std::vector<std::string_view> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    errno = 0;
    try {
        return run_and_flush(arguments, run);
    } catch (const std::ios_base::failure& failure) {
        const int reason = errno;
        if (!std::cout.fail()) return report(program, failure.what(), "", status_failed);
        return report_output_failure(program, reason);
    } catch (const Error& error) {
        return report(program, error.what(), error.hint(), error.status());
    } catch (const Xapian::Error& error) {
        const Error explained = explain_error("the index", error);
        return report(program, explained.what(), explained.hint(), explained.status());
    } catch (const std::bad_alloc&) {
        return report(program, "not enough memory", "", status_failed);
    } catch (const std::exception& error) {
        return report(program, error.what(), "", status_failed);
    } catch (...) {
        return report(program, "an unknown fault", "", status_failed);
    }
}

}  // namespace dateline
