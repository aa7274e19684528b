// SPDX-License-Identifier: GPL-2.0-or-later
// Keys that translators of articles write as references, which no reader of the page sees:
// `[#]: author: (Ann Lee https://example.org/ann)`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// The keys of such lines; `line` is that of the text's first line. Of an author the address behind
/// the name is left out.
std::vector<RawField> read_bracket_keys(std::string_view text, std::uint32_t line);

}  // namespace dateline
