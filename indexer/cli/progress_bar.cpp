// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/counted.h"
#include "common/terminal.h"

namespace dateline {
namespace {

std::string what_is_done(RunPhase phase, std::uint64_t done, std::uint64_t total) {
    switch (phase) {
        case RunPhase::reading:
            return fmt::format("reading {} of {} files", grouped(done), grouped(total));
        case RunPhase::writing:
            return "writing the index";
        case RunPhase::checking:
            return "checking the index";
        case RunPhase::compacting:
            return "compacting the index";
    }
    return "";
}

}  // namespace

std::string progress_line(RunPhase phase, std::uint64_t done, std::uint64_t total,
                          std::size_t width) {
    const bool counted = phase == RunPhase::reading && total > 0;
    const std::uint64_t percent = counted ? done * 100 / total : 100;
    const std::size_t columns = std::min<std::size_t>(40, width / 2);
    const auto filled = static_cast<std::size_t>(percent * columns / 100);
    return cut_to_width(
        fmt::format("[{}{}] {:>5}  {}", std::string(filled, '#'),
                    std::string(columns - filled, '.'), counted ? fmt::format("{} %", percent) : "",
                    what_is_done(phase, done, total)),
        width - std::min<std::size_t>(width, 1));
}

void ProgressBar::show(RunPhase phase, std::uint64_t done, std::uint64_t total) {
    // Not each of a million files: a hundred steps are seen, and the first and the last.
    if (phase == RunPhase::reading && done != total && total > 200 && done % (total / 200) != 0)
        return;
    const std::lock_guard lock(mutex_);
    std::string line = progress_line(phase, done, total, width_);
    if (line == shown_) return;
    shown_ = std::move(line);
    out_ << '\r' << shown_ << "\033[K" << std::flush;
}

void ProgressBar::clear() {
    const std::lock_guard lock(mutex_);
    if (shown_.empty()) return;
    shown_.clear();
    out_ << "\r\033[K" << std::flush;
}

}  // namespace dateline
