// SPDX-License-Identifier: GPL-2.0-or-later
// Which archives a command line and the configuration name.
#pragma once

#include <vector>

#include "common/command_line.h"
#include "searcher/archives/named_folder.h"
#include "searcher/cli/config.h"

namespace dateline {

/// Those of --index, else nothing where the environment names an index, else those of the
/// configuration's `archives`, else its `index`. Nothing: what index_folder() says (run_main.h).
std::vector<NamedFolder> archives_asked(const CommandLine& typed,
                                        const std::vector<ConfigLine>& settings,
                                        const ConfigSource& source);

/// The setting `[mine = ~/news, desk = /mnt/desk]`: folders as `index` has them, with names or
/// without. Throws Error with file and line for anything else, and for a name that is given twice.
std::vector<NamedFolder> read_archives(const ConfigSource& source, const ConfigLine& line);

}  // namespace dateline
