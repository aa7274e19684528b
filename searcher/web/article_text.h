// SPDX-License-Identifier: GPL-2.0-or-later
// The text of an article: paragraphs with the lines of the file, each lit word a link to the next.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/result.h"

namespace dateline::web {

struct ArticleText {
    std::string html;
    std::size_t matches = 0;  ///< anchors #m1, #m2, …
};

/// Of a hit with its whole text. Paragraphs have the anchors #L21 of their lines in the file.
ArticleText article_text(const Hit& hit);

}  // namespace dateline::web
