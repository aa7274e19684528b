// SPDX-License-Identifier: GPL-2.0-or-later
// The text of an agency's story: NITF or XHTML within its item, markup or plain text as characters.
#pragma once

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

/// Adds the paragraphs, lists and tables within the element, without pictures, notes to editors and
/// the heads that repeat what the item says of itself.
void add_story_text(TextBuilder& builder, xmlNode* root);

/// Adds what an item holds: `add_story_text` of its body, or its characters as markup or plain
/// text.
void add_item_content(TextBuilder& builder, xmlNode* holder);

}  // namespace dateline
