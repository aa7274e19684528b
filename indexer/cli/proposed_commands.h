// SPDX-License-Identifier: GPL-2.0-or-later
// Commands that messages propose are for the index of this run.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A message with each 'dateline-index --...' in it as it is to be typed for the index that
/// --index named; "": none was named, and the message stays as it is.
std::string for_this_index(std::string_view message, const std::string& index);

}  // namespace dateline
