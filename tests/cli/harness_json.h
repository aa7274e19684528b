// SPDX-License-Identifier: GPL-2.0-or-later
// What the searcher answers as JSON.
#pragma once

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/harness.h"

namespace dateline::cli {

/// The answer to a search that finds something.
inline nlohmann::json json_of(const Sandbox& sandbox, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "--json");
    const Output output = sandbox.search(arguments);
    CAPTURE(output.err);
    REQUIRE(output.status == 0);
    return nlohmann::json::parse(output.out);
}

}  // namespace dateline::cli
