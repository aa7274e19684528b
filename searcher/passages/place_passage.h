// SPDX-License-Identifier: GPL-2.0-or-later
// The passage around a place of the text that was found otherwise than by words: a quotation, a
// sentence that is new.
#pragma once

#include <vector>

#include "common/article.h"
#include "searcher/passages/passages.h"

namespace dateline {

/// The sentences in which `place` (bytes of the body) stands, with `lit` marked; of very long ones
/// a piece around it.
Passage passage_around(const Article& article, Span place, std::vector<Span> lit);

}  // namespace dateline
