// SPDX-License-Identifier: GPL-2.0-or-later
// A long random life of an archive: its folders change, come, go and are away for a while, and runs
// of all kinds, some of them killed, bring the index in step. After each the index must hold what
// one made from nothing holds.
#pragma once

#include <string>

namespace dateline {

/// What went wrong in the history of this seed, after the story of all that was done; "" if nothing
/// did.
std::string history_complaint(unsigned seed, int steps);

}  // namespace dateline
