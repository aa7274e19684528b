// SPDX-License-Identifier: GPL-2.0-or-later
// Words of a page -> its parts in reading order: columns are told by the gutters between them,
// strips that stay free of words over several lines. Where there is none, the words stay as they
// came.
#pragma once

#include <vector>

#include "indexer/readers/pdf/pdf_words.h"

namespace dateline {

/// All the words, part by part: what stands above columns, each column, what stands below them.
/// Within a part they keep their order.
std::vector<std::vector<PdfWord>> parts_of_page(const std::vector<PdfWord>& words);

}  // namespace dateline
