// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-browse: the script that stands beside dateline-search, for man pages and completion.
#pragma once

#include "common/command_line.h"

namespace dateline {

/// It takes those options of dateline-search that say what is searched for, and a few more. The
/// script itself prints a shorter text for --help.
Program browse_program(const Program& search);

}  // namespace dateline
