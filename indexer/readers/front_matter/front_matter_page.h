// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// A page of a site generator: front matter, then HTML without a head. Blank lines end paragraphs.
Reading read_front_matter_page(std::string_view text);

}  // namespace dateline
