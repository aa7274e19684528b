// SPDX-License-Identifier: GPL-2.0-or-later
// Gold data about copies, stories and quotations, and how well they are met: each set is a function
// from the folder of the data to rows of figures.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace dateline {

/// One figure: its name in the file of minimum values, and what was reached.
struct FigureRow {
    std::string name;
    double value = 0;
};

using Figures = std::vector<FigureRow>;

/// The objects of a file of JSON lines, gzip or plain. Throws Error if it cannot be read.
std::vector<nlohmann::json> read_gold(const std::filesystem::path& file);

}  // namespace dateline
