// SPDX-License-Identifier: GPL-2.0-or-later
// What dateline-search says of itself: its table of options and the words of its manual.
#pragma once

#include "common/command_line.h"

namespace dateline {

/// The options of the table in program.cpp and one for each field that has a flag.
Program search_program();

}  // namespace dateline
