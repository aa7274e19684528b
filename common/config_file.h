// SPDX-License-Identifier: GPL-2.0-or-later
// The user's configuration file as lines `name = value`. What they mean is the searcher's
// (searcher/cli/config.h); only the index, on which both programs must agree, is understood here.
// Nothing is opened.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

/// The file as it was read.
struct ConfigFile {
    std::string path;       ///< "" if there is no place for one
    std::string text = "";  ///< "" if there is no file
    std::string home = "";  ///< what ~ stands for; "" if that is not known
};

struct ConfigLine {
    std::string name;
    std::string value;       ///< without quotes around it; "" where there is no '='
    std::uint32_t line = 0;  ///< of the file

    bool operator==(const ConfigLine&) const = default;
};

/// The lines that are neither blank nor comments, in their order.
std::vector<ConfigLine> config_lines(std::string_view text);

Error error_at(const ConfigFile& file, std::uint32_t line, const std::string& what,
               const std::string& hint);

/// The folder that a line `index = DIR` means, which begins with / or with ~ for the user's home:
/// another would be a different folder wherever one is. Throws Error with file and line.
std::string index_of(const ConfigFile& file, const ConfigLine& line);

/// What --config-show prints of a setting: "limit = 20    # where it comes from".
std::string setting_line(std::string_view name, std::string_view value, std::string_view from);

/// The index that the file names, "" if it names none; of several lines the last one counts. Other
/// lines do not matter.
std::string configured_index(const ConfigFile& file);

}  // namespace dateline
