// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Keeps an object's keys in the file's order.
using Json = nlohmann::ordered_json;

/// The value, or nothing and why; never throws. With a value, `why` says what was left out of it:
/// an object's keys behind its thousandth. Values nested deeper than 64 are refused: no article is,
/// and they are taken down by recursion.
std::optional<Json> parse_json(std::string_view text, std::string& why);

}  // namespace dateline
