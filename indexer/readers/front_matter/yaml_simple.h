// SPDX-License-Identifier: GPL-2.0-or-later
// The fast way through front matter: most files have nothing but plain `key: value` lines and
// lists, for which a YAML parser does a hundred times too much. Anything else is left to
// read_full_yaml, so this file accepts only what it surely reads as that does; a test compares the
// two.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// Reads a block that has only plain lines (`key: value`, `key: "value"`, lists of such values);
/// false if it has anything else, and `fields` are then to be thrown away.
bool read_simple_yaml(std::string_view block, std::uint32_t line, std::vector<RawField>& fields);

}  // namespace dateline
