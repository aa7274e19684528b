// SPDX-License-Identifier: GPL-2.0-or-later
// What the end of a file's name says of its format.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// "pdf" of "Report.PDF", of a name or a path: in lower case, letters and digits only; "" if there
/// is no such end, or a strange one: with other characters, or longer than any of a format is.
std::string ending_of(std::string_view path, std::size_t longest = 8);

}  // namespace dateline
