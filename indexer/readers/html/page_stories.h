// SPDX-License-Identifier: GPL-2.0-or-later
// Pages that hold several articles one below the other, as sites do that load the next one while
// one reads: the page is the first of them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/readers/html/page_measures.h"

namespace dateline {

/// The number of the element that holds the first article of several: elements of one name and
/// class beside each other, each with a headline and prose of its own. `prose` is of the elements,
/// without what is dropped. Nothing if the page holds one article.
std::optional<std::size_t> first_of_stories(const PageMeasures& page,
                                            const std::vector<std::size_t>& prose);

}  // namespace dateline
