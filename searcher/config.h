// SPDX-License-Identifier: GPL-2.0-or-later
// The searcher's configuration file: habits, as lines `option = value` with the long names of
// options. A flag beats the environment, which beats the file. Nothing is opened here: main() reads
// the file and says what the environment decides.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/command_line.h"

namespace dateline {

/// The file as it was read, and what stands above it.
struct ConfigSource {
    std::string path;                                ///< "" if there is no place for one
    std::string text;                                ///< "" if there is no file
    std::map<std::string, std::string> environment;  ///< option -> the variable that decides it
    std::map<std::string, std::string> values;       ///< option -> what that variable says
    std::string unreadable = "";                     ///< why the file cannot be read; "" if it was
};

struct ConfigLine {
    std::string name;
    std::string value;
    std::uint32_t line = 0;  ///< of the file

    bool operator==(const ConfigLine&) const = default;
};

/// Reads the lines. Throws Error if the file could not be read, and with file and line for an
/// unknown option, one that is no habit (filters and what is asked once), and a value that is not
/// allowed. Switches take yes and no.
std::vector<ConfigLine> read_config(const ConfigSource& source, const Program& program);

/// The command line with the settings that neither it nor the environment overrules. Options that
/// exclude each other (`exclusive`) are overruled together.
CommandLine with_config(const CommandLine& typed, const std::vector<ConfigLine>& settings,
                        const ConfigSource& source,
                        const std::vector<std::vector<std::string_view>>& exclusive);

/// What --config-show prints: each setting, its value, and where it comes from.
std::string describe_config(const CommandLine& typed, const std::vector<ConfigLine>& settings,
                            const ConfigSource& source);

}  // namespace dateline
