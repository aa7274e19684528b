// SPDX-License-Identifier: GPL-2.0-or-later
// Words letter by letter: what a pattern fits, and by how many letters two words differ.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::oracle {

/// `*` stands for any letters or none, `?` for one.
bool fits_pattern(std::u32string_view pattern, std::u32string_view form);

/// Letters put in, left out, replaced, or swapped with their neighbour.
std::size_t edits_between(std::u32string_view a, std::u32string_view b);

std::u32string letters_of(std::string_view text);

}  // namespace dateline::oracle
