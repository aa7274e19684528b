// SPDX-License-Identifier: GPL-2.0-or-later
// Where sentences and paragraphs begin. The indexer marks them in the index, the passage finder
// cuts at them, and both must agree, or "same sentence" would light two.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

/// The byte offsets at which sentences begin, increasing; a paragraph ("\n\n") always begins one.
/// Empty for a text of blanks. Knows abbreviations (Mr., U.S., Jan.), initials, decimals, closing
/// quotes, and the full stops of Chinese and Japanese.
std::vector<std::uint32_t> sentence_starts(std::string_view text);

/// The byte offsets at which paragraphs begin (after blank lines), increasing.
std::vector<std::uint32_t> paragraph_starts(std::string_view text);

}  // namespace dateline
