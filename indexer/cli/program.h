// SPDX-License-Identifier: GPL-2.0-or-later
// What dateline-index says of itself: its table of options and the words of its manual.
#pragma once

#include "common/command_line.h"

namespace dateline {

Program index_program();

}  // namespace dateline
