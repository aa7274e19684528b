// SPDX-License-Identifier: GPL-2.0-or-later
// Commands that messages propose, to be typed or copied.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A word of a shell's command line: in double quotes, if it needs them, since messages have the
/// whole command in single ones.
std::string for_shell(std::string_view word);

}  // namespace dateline
