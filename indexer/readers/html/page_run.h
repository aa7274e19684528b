// SPDX-License-Identifier: GPL-2.0-or-later
// Of the blocks of text that stand where the article stands, those that are its own: the run of
// them in which prose is densest. What lies before and behind it are menus, bylines, dates, tags,
// other articles' headlines.
//
// The run of greatest worth, as in Pasternack and Roth, "Extracting article text from the web with
// maximum subsequence segmentation", WWW 2009, with weights of its own.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/readers/html/page_measures.h"

namespace dateline {

/// Of the numbered blocks, in order, the article's own, as places in `numbers`: [begin, end). All
/// of them where there is hardly any prose.
struct BlockRun {
    std::size_t begin = 0;
    std::size_t end = 0;
};
BlockRun article_run(const PageMeasures& page, const std::vector<std::uint32_t>& numbers);

}  // namespace dateline
