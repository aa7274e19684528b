// SPDX-License-Identifier: GPL-2.0-or-later
// JSON that may be printed on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// JSON may hold DEL, the C1 controls and characters that reorder text as they are, and a terminal
/// would obey them. Outside of strings they cannot stand, so that escaping them is always right.
std::string escape_for_terminal(std::string_view json);

}  // namespace dateline
