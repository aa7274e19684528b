// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers of characters as old pages write them: &#146; is Windows-1252's apostrophe, not Unicode's
// control character of that number, as HTML 5 has it too (section 13.2.5.84).
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The markup itself, or a copy in `storage` in which such numbers are the characters. Lines stay
/// where they are.
std::string_view with_old_references(std::string_view html, std::string& storage);

}  // namespace dateline
