// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/last_run.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "common/error.h"
#include "indexer/index_folder.h"

namespace dateline {
namespace {

constexpr std::int64_t latest = 253'402'300'799;  // the end of the year 9999

std::tm broken_down(std::int64_t seconds) {
    return fmt::gmtime(static_cast<std::time_t>(seconds));
}

}  // namespace

LastRuns read_last_runs(const std::string& index) {
    LastRuns runs;
    std::ifstream file(std::filesystem::path(index) / last_run_name);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::uint32_t root = 0;
        std::int64_t seconds = 0;
        if (words >> root >> seconds && seconds > 0 && seconds <= latest) runs[root] = seconds;
    }
    return runs;
}

void write_last_runs(const std::string& index, const LastRuns& runs) {
    const std::string path = (std::filesystem::path(index) / last_run_name).string();
    const std::string fresh = path + ".new";
    std::ofstream out(fresh, std::ios::trunc);
    for (const auto& [root, seconds] : runs)
        out << fmt::format("{} {} {:%FT%TZ}\n", root, seconds, broken_down(seconds));
    out.close();
    if (!out || std::rename(fresh.c_str(), path.c_str()) != 0)
        throw Error(fmt::format("cannot write '{}': {}", path, std::strerror(errno)),
                    "check the folder's permissions and the space on its disk");
}

std::string minute_text(std::int64_t seconds) {
    return fmt::format("{:%F %H:%M} UTC", broken_down(seconds));
}

}  // namespace dateline
