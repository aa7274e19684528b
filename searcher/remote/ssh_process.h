// SPDX-License-Identifier: GPL-2.0-or-later
// A server on another machine, reached by a program that is started here: bytes to it and from it,
// and what the program says of itself.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "common/descriptor.h"

namespace dateline {

class SshProcess {
public:
    /// Starts the program; nothing is waited for. It ends with this object.
    explicit SshProcess(const std::vector<std::string>& command);
    ~SshProcess();
    SshProcess(const SshProcess&) = delete;
    SshProcess& operator=(const SshProcess&) = delete;

    using Time = std::chrono::steady_clock::time_point;

    enum class Ending { open, closed, out_of_time };

    /// Writes what is left of `out`, which is taken off, and adds to `in` what comes: returns when
    /// something came, or why nothing will.
    Ending exchange(std::string& out, std::string& in, Time deadline);

    /// The last line that the program wrote to its standard error stream; waits a moment for it, as
    /// long as the program lives.
    std::string reason();

private:
    void read_errors();

    Descriptor to_;
    Descriptor from_;
    Descriptor errors_;
    pid_t child_ = -1;
    std::string said_;
};

}  // namespace dateline
