// SPDX-License-Identifier: GPL-2.0-or-later
// The head of an RTF document without styles: what its paragraphs look like tells headline, byline
// and day.
#pragma once

#include <vector>

#include "indexer/readers/documents/text_document.h"

namespace dateline {

/// How a paragraph begins.
struct RtfLooks {
    bool centred = false;
    bool bold = false;
    int size = 24;  ///< of the letters, in half points
};

/// A first paragraph that is larger than the text is the title; what is centred below it are author
/// and day. As many looks as paragraphs.
void mark_rtf_head(std::vector<DocumentParagraph>& paragraphs, const std::vector<RtfLooks>& looks);

}  // namespace dateline
