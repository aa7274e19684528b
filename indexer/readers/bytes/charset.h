// SPDX-License-Identifier: GPL-2.0-or-later
// Character sets that a file names itself, through iconv.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Bytes in that character set as UTF-8; "" if the name is unknown. Wrong bytes become U+FFFD.
std::string convert_charset(std::string_view bytes, std::string_view charset);

}  // namespace dateline
