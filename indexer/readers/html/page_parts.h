// SPDX-License-Identifier: GPL-2.0-or-later
// What a page's element is by its name, role, class and id: the words that makers of pages use for
// menus, adverts, comments and the like. What it holds is not looked at here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/html/html_tree.h"

namespace dateline {

enum class PagePart : std::uint8_t {
    content,      ///< nothing says otherwise
    boilerplate,  ///< its name says that it is no part of the article; it may be wrong
    others_text,  ///< its name says that others wrote it: comments, related articles
    no_text,      ///< nobody reads it: scripts, forms' fields, drawings
};

/// One of an element's names that says what it is: a word of its class, its role, its own name.
struct NamedPart {
    PagePart part = PagePart::content;
    std::string_view name;  ///< of a table: it lives as long as the program

    bool operator==(const NamedPart&) const = default;
};

/// What the element's own names say, none of them `content`.
std::vector<NamedPart> named_parts(const xmlNode* node);

/// The strongest of them; `content` if there is none.
PagePart strongest(const std::vector<NamedPart>& parts);

/// True for names of what surrounds an article and never holds it by mistake of a page's maker:
/// footers, consent, what is not shown.
bool is_furniture(std::string_view name);

}  // namespace dateline
