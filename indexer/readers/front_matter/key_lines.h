// SPDX-License-Identifier: GPL-2.0-or-later
// Front matter read line by line, the way a person reads it, when its own grammar has failed:
// colons within values, quotes that do not end, tabs, full-width colons.
#pragma once

#include <vector>

#include "indexer/readers/front_matter/front_matter.h"

namespace dateline {

/// Lines of `key: value` or, for TOML, `key = value`, whatever their quotes and indents.
std::vector<RawField> read_key_lines(const FrontMatter& front);

}  // namespace dateline
