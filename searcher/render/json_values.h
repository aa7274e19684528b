// SPDX-License-Identifier: GPL-2.0-or-later
// What all parts of the JSON are made of.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace dateline {

using Json = nlohmann::ordered_json;

Json json_texts(const std::vector<std::string>& texts);

/// Four decimals: more would differ between machines for no reason of ranking.
double rounded(double number);

}  // namespace dateline
