// SPDX-License-Identifier: GPL-2.0-or-later
// A long random life of two archives that a saved search follows: articles come, change, move, are
// copied, deleted, brought back and replaced, folders are forgotten and taken again, indexes made
// anew, runs killed, and two made at once.
#pragma once

#include <string>

namespace dateline {

/// What went wrong in the life of this seed, after the story of it; "" if each article that ever
/// matched was told, and once where nothing crashed.
std::string followed_life_complaint(unsigned seed, int steps);

}  // namespace dateline
