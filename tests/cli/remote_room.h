// SPDX-License-Identifier: GPL-2.0-or-later
// Articles in one index, and the same dealt into three, of which a stand-in for ssh serves two as
// if they were on other machines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/cli/harness.h"

namespace dateline::cli {

using Json = nlohmann::ordered_json;

struct Room {
    Room();

    /// Of an index of the sandbox, on the machine `host`.
    std::string address(const std::string& host, const std::string& index) const;

    Output ask(std::vector<std::string> indexes, const std::vector<std::string>& words) const;

    /// The next search has it, once; "": none (tests/remote/ssh_stand_in.cpp).
    void fault(const std::string& kind);

    Sandbox sandbox;
    std::vector<std::string> one{"--index", "all"};
    std::vector<std::string> three;
};

/// For searches that wait in vain: enough for servers that are well, on a machine that is busy.
#ifdef DATELINE_PROGRAMS_SANITIZED
inline constexpr const char* impatiently = "--timeout=6";
#else
inline constexpr const char* impatiently = "--timeout=3";
#endif

/// What must be the same wherever the articles are.
Json essence(const Output& output);

}  // namespace dateline::cli
