// SPDX-License-Identifier: GPL-2.0-or-later
// The rows of forms that typed words make: compounds as their parts or joined, Chinese, Japanese
// and Korean text as bigrams, patterns with their wildcards.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis.h"

namespace dateline {

/// The forms at consecutive positions: bigrams rather than their characters; compounds as their
/// parts.
std::vector<std::string> row_of_parts(const std::vector<Token>& tokens);

/// The rows in which some compounds are joined; of many compounds only that with all of them.
std::vector<std::vector<std::string>> joined_rows(const std::vector<Token>& tokens);

/// In print a compound may have an en dash (pro\u2013life); a span of years or pages is none.
std::string with_hyphens(std::string_view text);

/// Words of a pattern, folded, with their wildcards: `Pro-Surveil*` -> pro, surveil*.
std::vector<std::string> pattern_words(std::string_view text);

/// The words with hyphens between them (est-ce), however they were typed; "" if one is of Chinese,
/// Japanese or Korean.
std::string hyphenated(const std::vector<Token>& tokens);

}  // namespace dateline
