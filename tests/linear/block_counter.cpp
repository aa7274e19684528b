// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/linear/block_counter.h"

#include <valgrind/valgrind.h>

#include <algorithm>
#include <optional>

#include "common/error.h"

namespace dateline {

namespace {

// "--123-- scheduler: 17,363,489 event checks.": one for each block.
std::optional<std::uint64_t> blocks_in(const std::string& line) {
    const std::size_t begin = line.find("scheduler: ");
    if (begin == line.npos || !line.ends_with(" event checks.")) return std::nullopt;
    std::uint64_t blocks = 0;
    for (const char c : line.substr(begin)) {
        if (c >= '0' && c <= '9') blocks = blocks * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return blocks;
}

}  // namespace

BlockCounter::BlockCounter(const std::string& log) : log_(log) {
    if (RUNNING_ON_VALGRIND == 0 || !log_) {
        throw Error("not under valgrind", "valgrind --tool=none --log-file=FILE linear_time FILE");
    }
}

std::uint64_t BlockCounter::now() {
    VALGRIND_MONITOR_COMMAND("v.info stats");
    std::optional<std::uint64_t> blocks;
    log_.clear();
    for (std::string line; std::getline(log_, line);) {
        if (const auto found = blocks_in(line)) blocks = found;
    }
    if (!blocks) throw Error("valgrind has not told its count of blocks", "see its log");
    return *blocks;
}

}  // namespace dateline
