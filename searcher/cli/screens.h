// SPDX-License-Identifier: GPL-2.0-or-later
// The man page's screens, on an index of corpus/; a test compares them with what is printed.
#pragma once

#include "common/command_line.h"

namespace dateline {

Section screens_section();

}  // namespace dateline
