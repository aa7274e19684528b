// SPDX-License-Identifier: GPL-2.0-or-later
// The searcher's configuration file: habits, as lines `option = value` with the long names of
// options. A flag beats the environment, which beats the file. Nothing is opened here: main() reads
// the file and says what the environment decides.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/command_line.h"
#include "common/config_file.h"

namespace dateline {

/// The file as it was read, and what stands above it.
struct ConfigSource {
    ConfigFile file;
    std::map<std::string, std::string> environment;  ///< option -> the variable that decides it
    std::map<std::string, std::string> values;       ///< option -> what that variable says
    std::string unreadable = "";                     ///< why the file cannot be read; "" if it was
};

/// Names of options of which one excludes the others.
using Exclusive = std::vector<std::vector<std::string_view>>;

/// The settings, each once. Throws Error if the file could not be read, and with file and line for
/// an unknown option, one that is no habit (filters and what is asked once), a value that is not
/// allowed, and settings that exclude each other. Switches take yes and no.
std::vector<ConfigLine> read_config(const ConfigSource& source, const Program& program,
                                    const Exclusive& exclusive);

/// The command line with the settings that neither it nor the environment overrules. Options that
/// exclude each other are overruled together.
CommandLine with_config(const CommandLine& typed, const std::vector<ConfigLine>& settings,
                        const ConfigSource& source, const Exclusive& exclusive);

/// What --config-show prints: each setting, its value, and where it comes from.
std::string describe_config(const CommandLine& typed, const std::vector<ConfigLine>& settings,
                            const ConfigSource& source);

/// Without DATELINE_COLORS, if they are none, which is noted: a variable stops no search.
ConfigSource without_wrong_colors(ConfigSource config, std::vector<std::string>& notes);

}  // namespace dateline
