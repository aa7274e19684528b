// SPDX-License-Identifier: GPL-2.0-or-later
// The line on a terminal that tells how far a run is.
#pragma once

#include <cstdint>
#include <mutex>
#include <ostream>
#include <string>

#include "indexer/sync/sync.h"

namespace dateline {

/// Writes over its own line, which is gone when the bar is cleared or ends. May be called by
/// several threads.
class ProgressBar {
public:
    /// Lines are at most `width` columns wide.
    ProgressBar(std::ostream& out, std::size_t width) : out_(out), width_(width) {}
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(RunPhase phase, std::uint64_t done, std::uint64_t total);
    void clear();

private:
    std::ostream& out_;
    std::size_t width_;
    std::mutex mutex_;
    std::string shown_;
};

/// "[####....]  50 %  reading 400 of 800 files"; of the phases that follow, in the same columns,
/// "[########]        writing the index".
std::string progress_line(RunPhase phase, std::uint64_t done, std::uint64_t total,
                          std::size_t width);

}  // namespace dateline
