// SPDX-License-Identifier: GPL-2.0-or-later
// A Program (command_line.h) for shells: what they can complete.
#pragma once

#include <string>

#include "common/command_line.h"

namespace dateline {

/// Scripts that complete options, and the values that are known beforehand.
std::string bash_completion(const Program& program);
std::string zsh_completion(const Program& program);
std::string fish_completion(const Program& program);

}  // namespace dateline
