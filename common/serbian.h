// SPDX-License-Identifier: GPL-2.0-or-later
// Serbian is written in two alphabets, often in one archive: a word is the same in both.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A folded form in Latin letters without marks, as those of the Latin alphabet are folded
/// (грађани, građani -> gradani). Other letters stay.
std::string serbian_in_latin(std::string_view form);

}  // namespace dateline
