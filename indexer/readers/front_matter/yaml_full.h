// SPDX-License-Identifier: GPL-2.0-or-later
// Front matter through yaml-cpp. Its events are read, not its nodes: they come in the file's order,
// with lines, and an alias is an event and no copy, so that a few bytes cannot grow into millions
// of values.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// Reads with yaml-cpp; false and a problem if the block is not valid, false alone if not of keys.
/// The problem's message is what follows "front matter is ".
bool read_full_yaml(std::string_view block, std::uint32_t line, std::vector<RawField>& fields,
                    std::vector<Problem>& problems);

}  // namespace dateline
