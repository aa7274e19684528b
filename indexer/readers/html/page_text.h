// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a page: what a reader came for, without navigation, sharing buttons, captions and
// other articles' headlines.
#pragma once

#include "indexer/readers/html/page_measures.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

/// Adds the text of the element, without what is dropped of the page and not kept.
void add_page_text(TextBuilder& builder, xmlNode* root, PageMeasures& page);

}  // namespace dateline
