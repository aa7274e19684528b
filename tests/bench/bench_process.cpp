// SPDX-License-Identifier: GPL-2.0-or-later
// How long whole processes take, from their start to their end, and how much memory.
//     bench_process once COMMAND...
//     bench_process queries SET_FILE KIND COMMAND...
// The second runs the command for each query, with {words}, {OR} and {|} in its arguments replaced
// by the query's words with a space, ` OR ` or `|` between them, and tells the mean of the
// processor's time, too. What the command prints is dropped.
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <iostream>
#include <stdexcept>

#include "tests/bench/measure.h"

namespace dateline::bench {
namespace {

struct Cost {
    double wall_s = 0;
    double cpu_s = 0;
    long peak_kb = 0;
};

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

/// Sends what a child prints to nowhere.
class Silence {
public:
    explicit Silence(bool with_errors) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        if (!with_errors)
            posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    ~Silence() { posix_spawn_file_actions_destroy(&actions_); }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

    const posix_spawn_file_actions_t* actions() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

/// An exit status of 1 says that nothing was found, or not all could be read, with many programs,
/// and one of 4 the first with mu; others are errors.
bool has_answered(int status) {
    if (!WIFEXITED(status)) return false;
    return WEXITSTATUS(status) <= 1 || WEXITSTATUS(status) == 4;
}

Cost run_command(std::vector<std::string> words, bool with_errors) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const Silence silence(with_errors);
    const double start = now();
    pid_t child = 0;
    if (posix_spawnp(&child, arguments[0], silence.actions(), nullptr, arguments.data(), environ) !=
        0)
        throw std::runtime_error("cannot run " + words[0]);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const double wall = now() - start;
    if (!has_answered(status)) throw std::runtime_error(join(words, " ") + " failed");
    return {wall, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss};
}

std::string with_query(std::string argument, const Query& query) {
    const std::pair<std::string, std::string> parts[] = {{"{words}", query.text},
                                                         {"{OR}", join(query.words, " OR ")},
                                                         {"{|}", join(query.words, "|")}};
    for (const auto& [name, value] : parts)
        if (const auto at = argument.find(name); at != std::string::npos)
            argument.replace(at, name.size(), value);
    return argument;
}

void measure_queries(const std::vector<Query>& queries, const std::vector<std::string>& command) {
    double cpu_s = 0;
    int asked = 0;
    const Latencies latencies = measure(queries, [&](const Query& query) {
        std::vector<std::string> words;
        for (const std::string& word : command) words.push_back(with_query(word, query));
        cpu_s += run_command(words, false).cpu_s;
        ++asked;
        return Shown{};
    });
    std::cout << latencies << fmt::format(" cpu={:.3f}", 1e3 * cpu_s / asked) << std::endl;
}

void run(const std::vector<std::string>& words) {
    if (words.size() >= 2 && words[0] == "once") {
        const Cost cost = run_command({words.begin() + 1, words.end()}, true);
        std::cout << fmt::format("wall={:.4f} cpu={:.4f} peak_kb={}", cost.wall_s, cost.cpu_s,
                                 cost.peak_kb)
                  << std::endl;
        return;
    }
    const auto kind = words.size() >= 4 ? kind_named(words[2]) : std::nullopt;
    if (!kind || words[0] != "queries")
        throw std::runtime_error("usage: once COMMAND... | queries SET_FILE KIND COMMAND...");
    measure_queries(read_query_set(words[1], *kind), {words.begin() + 3, words.end()});
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
    try {
        dateline::bench::run({argv + 1, argv + argc});
        return 0;
    } catch (const std::exception& error) {
        std::cerr << argv[0] << ": " << error.what() << '\n';
        return 2;
    }
}
