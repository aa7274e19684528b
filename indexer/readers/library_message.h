// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// What a library says of bad input, fit for a Problem: one line of UTF-8, not too long. Parsers
/// quote the input in it, cut anywhere.
std::string library_message(std::string_view what);

}  // namespace dateline
