// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/pile/gold.h"

#include "tests/relevance/collection.h"

namespace dateline {

std::vector<nlohmann::json> read_gold(const std::filesystem::path& file) {
    std::vector<nlohmann::json> objects;
    for (const std::string& line : read_lines(file.string()))
        objects.push_back(nlohmann::json::parse(line));
    return objects;
}

}  // namespace dateline
