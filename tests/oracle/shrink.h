// SPDX-License-Identifier: GPL-2.0-or-later
// A command made small as long as something about it stays true, so that a difference can be read.
#pragma once

#include <functional>

#include "tests/oracle/typed_command.h"

namespace dateline::oracle {

using StillTrue = std::function<bool(const TypedCommand&)>;

TypedCommand shrunken(TypedCommand command, const StillTrue& still_true);

}  // namespace dateline::oracle
