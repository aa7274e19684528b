// SPDX-License-Identifier: GPL-2.0-or-later
// What a page's element is by its name, role, class and id: the words that makers of pages use for
// menus, adverts, comments and the like. What it holds is not looked at here.
#pragma once

#include <cstdint>

#include "indexer/readers/html/html_tree.h"

namespace dateline {

enum class PagePart : std::uint8_t {
    content,      ///< nothing says otherwise
    boilerplate,  ///< its name says that it is no part of the article; it may be wrong
    others_text,  ///< its name says that others wrote it: comments, related articles
    no_text,      ///< nobody reads it: scripts, forms' fields, drawings
};

/// What the element's own names say; `content` for text and comments.
PagePart page_part(const xmlNode* node);

}  // namespace dateline
