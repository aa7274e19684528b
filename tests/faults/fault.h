// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the programs with one of its calls to the system gone wrong (shim.cpp).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/cli/harness.h"

namespace dateline {

inline constexpr const char* changing_calls =
    "open,write,sync,rename,unlink,mkdir,truncate,close,map,thread";

struct Fault {
    std::string kind = "none";  ///< "full" lasts, all others happen once; see shim.cpp
    long at = 0;                ///< number of the call, from 1
    std::string calls = changing_calls;
    std::string under = "index";  ///< in the sandbox: where calls are counted
    std::string log{};            ///< in the sandbox: where they are recorded; "": they are not
};

/// A run and how many calls were counted in it.
struct FaultyRun {
    cli::Output output;
    long calls = 0;
};

/// All of the sandbox's runs go through the shim from now on, which makes them faster, too: it
/// syncs nothing.
void use_shim(cli::Sandbox& sandbox);

/// The sandbox uses the shim.
FaultyRun run_with_fault(cli::Sandbox& sandbox, const std::vector<std::string>& arguments,
                         const Fault& fault);

/// The same of dateline-search.
FaultyRun search_with_fault(cli::Sandbox& sandbox, const std::vector<std::string>& arguments,
                            const Fault& fault);

/// The number of an environment variable; `usual` if it is not set; nothing for "all" or 0.
std::optional<long> number_of_tries(const char* variable, long usual);

/// `most` numbers of 1 .. count, evenly spaced, `shift` of their distance (0 .. 1) moved on; or
/// all.
std::vector<long> evenly_spaced(long count, std::optional<long> most, double shift);

}  // namespace dateline
