// SPDX-License-Identifier: GPL-2.0-or-later
// The half of the searcher's options that says how the answer is shown, and what of the request
// depends on that. A part of options.h.
#pragma once

#include "common/command_line.h"
#include "searcher/cli/options.h"

namespace dateline {

/// Throws Error for options that go with another format only.
OutputSettings read_output(const CommandLine& line);

/// What depends on who reads it: a program takes more columns than a screen, and does not see that
/// a list was cut; nobody sees the state of a file in a citation.
void suit_to_format(const CommandLine& line, const CommandLine& typed, SearchCommand& command);

}  // namespace dateline
