// SPDX-License-Identifier: GPL-2.0-or-later
// Before libxml2 reads a page or a feed: what would take it a time that grows with the square of
// its size is cut down. It compares each attribute of a start tag with all before it, and its
// reader of feeds copies what it has of a section of character data with each piece of it, and what
// it has of a comment with each two hyphens in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

enum class Markup { html, xml };

/// No element that means anything has more.
inline constexpr std::size_t most_attributes = 256;

/// The markup itself, or a copy in `storage`: further attributes of a start tag are blanks, which
/// the first problem says; long sections of character data are several, which means the same; two
/// hyphens within a comment are blanks. Lines stay where they are.
std::string_view within_limits(std::string_view markup, Markup kind, std::string& storage,
                               std::vector<Problem>& problems);

}  // namespace dateline
