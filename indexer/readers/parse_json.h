// SPDX-License-Identifier: GPL-2.0-or-later
// JSON as the readers take it: a tree in the file's order, never too deep or wide to be taken down.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

/// Keeps an object's keys in the file's order.
using Json = nlohmann::ordered_json;

struct ParsedJson {
    std::optional<Json> value;
    std::string fault;         ///< why there is no value, or what was left out of it
    std::size_t fault_at = 0;  ///< the byte behind which nothing was read, if there is no value
    std::string mended;        ///< see MendedJson::what
};

/// Never throws. What is left out are an object's keys behind its thousandth, and behind 100,000
/// values all but the outermost object's own. Values nested deeper than 64 are refused: no article
/// is, and they are taken down by recursion.
ParsedJson parse_json(std::string_view text);

/// What is said of it beside its articles: what was left out, what was mended. On line 1.
void tell_faults(const ParsedJson& parsed, std::vector<Problem>& problems);

}  // namespace dateline
