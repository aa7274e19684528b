// SPDX-License-Identifier: GPL-2.0-or-later
// Front matter through toml++.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// Dates become ISO text. False and a problem if the block is not valid; the problem's message is
/// what follows "front matter is ".
bool read_toml(std::string_view block, std::uint32_t line, std::vector<RawField>& fields,
               std::vector<Problem>& problems);

}  // namespace dateline
