// SPDX-License-Identifier: GPL-2.0-or-later
// The block of keys before a text: where it stands (YAML between `---`, TOML between `+++`), and
// its keys as RawFields. A block that is not valid is read line by line, as a person would, and
// reported.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

enum class FrontMatterKind { none, yaml, toml };

struct FrontMatter {
    FrontMatterKind kind = FrontMatterKind::none;
    std::string_view block;        ///< between the markers
    std::uint32_t block_line = 1;  ///< of the file
    std::string_view text;         ///< what follows; the whole text if there is no front matter
    std::uint32_t text_line = 1;
    bool ends = true;  ///< false: no closing marker; block is then what looks like keys
    std::string_view called = "front matter";  ///< in problems
};

/// Finds the front matter; blank lines before it are allowed. Larger than 256 KiB is none.
FrontMatter split_front_matter(std::string_view text);

/// The fields of the block, in its order. Never throws; what is not valid is added to `problems`.
/// Nothing and no problem: the block has no keys at all, so it is text between two rulers.
std::vector<RawField> read_front_matter(const FrontMatter& front, std::vector<Problem>& problems);

/// A key or value as RawField has it: keys in lower case, values trimmed and freed of [[ ]].
std::string field_key(std::string_view typed);
std::string_view field_value(std::string_view typed);

}  // namespace dateline
