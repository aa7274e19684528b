// SPDX-License-Identifier: GPL-2.0-or-later
// The one exception of both programs: why it cannot go on, told to the user. Thrown anywhere,
// caught once, in run_main (common/command_line.h), which prints the message, then the hint on its
// own line.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace dateline {

/// `message` is lower case, without a full stop, with the user's own words in single quotes; `hint`
/// says what to do next ("" if there is nothing to advise); `status` is the program's exit status.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& message, std::string hint = "", int status = 2)
        : std::runtime_error(message), hint_(std::move(hint)), status_(status) {}

    const std::string& hint() const { return hint_; }
    int status() const { return status_; }

private:
    std::string hint_;
    int status_;
};

/// The exit status for "try again later": another writer holds the index (sysexits.h EX_TEMPFAIL).
inline constexpr int status_busy = 75;

}  // namespace dateline
