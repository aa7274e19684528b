// SPDX-License-Identifier: GPL-2.0-or-later
// JSON as the readers take it: a tree in the file's order, never too deep or wide to be taken down.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Keeps an object's keys in the file's order.
using Json = nlohmann::ordered_json;

struct ParsedJson {
    std::optional<Json> value;
    std::string fault;         ///< why there is no value, or what was left out of it
    std::size_t fault_at = 0;  ///< the byte behind which nothing was read, if there is no value
};

/// Never throws. What is left out are an object's keys behind its thousandth. Values nested deeper
/// than 64 are refused: no article is, and they are taken down by recursion.
ParsedJson parse_json(std::string_view text);

}  // namespace dateline
