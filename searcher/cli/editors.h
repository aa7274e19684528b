// SPDX-License-Identifier: GPL-2.0-or-later
// How editors are told of a line: +LINE for most, FILE:LINE or an option of their own for others.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The command for `sh -c` that opens file $1 at line $2 with an editor as the user names it:
/// "nvim", "code --wait", "/opt/ed/bin/ed". %f and %l in it are the places of file and line;
/// without them the program's name tells how they are given.
std::string editor_command(std::string_view editor);

}  // namespace dateline
