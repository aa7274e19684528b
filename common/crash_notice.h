// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian follows the offsets in its tables without looking where they lead, so that damage can end
// the program, or lead it round and round. Nothing can be saved then, but it can be said what
// happened and what to do.
#pragma once

#include <time.h>

#include <chrono>
#include <string>

namespace dateline {

/// While it lives, a crash is the exit status 2 and a message that names the index as damaged; with
/// "", status 2 without a message. The outermost one decides. Builds with a sanitizer keep its own
/// report.
class CrashNotice {
public:
    explicit CrashNotice(const std::string& index);
    /// The same with another message: what has ended, and what to do.
    CrashNotice(const std::string& what, const std::string& hint);
    ~CrashNotice();
    CrashNotice(const CrashNotice&) = delete;
    CrashNotice& operator=(const CrashNotice&) = delete;
};

/// While it lives, the program may use so much processor time (not time of day) from now on; then
/// it has gone astray, which counts as a crash. Not inherited by other programs that it becomes.
class ReadingLimit {
public:
    explicit ReadingLimit(std::chrono::milliseconds most);
    ~ReadingLimit();
    ReadingLimit(const ReadingLimit&) = delete;
    ReadingLimit& operator=(const ReadingLimit&) = delete;

private:
    timer_t timer_{};
    bool set_ = false;
};

}  // namespace dateline
