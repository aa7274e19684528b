// SPDX-License-Identifier: GPL-2.0-or-later
// How PDF is told.
#pragma once

#include <string_view>

namespace dateline {

/// Its mark within the first bytes, with nothing but a byte order mark or blanks before it.
bool begins_pdf(std::string_view bytes);

}  // namespace dateline
