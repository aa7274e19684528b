// SPDX-License-Identifier: GPL-2.0-or-later
// Quotes that the shell took, and that were perhaps meant for the query.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace dateline {

/// A note for the first argument of several plain words: they are searched as separate ones.
std::optional<std::string> note_of_lost_quotes(const std::vector<std::string>& words);

}  // namespace dateline
