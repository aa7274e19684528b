// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-browse(1): the manual of the script that stands beside dateline-search.
#pragma once

#include "common/command_line.h"

namespace dateline {

/// A manual page. The script itself prints a shorter text for --help.
Program browse_manual();

}  // namespace dateline
