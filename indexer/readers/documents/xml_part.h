// SPDX-License-Identifier: GPL-2.0-or-later
// A part of an office document or e-book as a tree: XML without entities of its own, without
// network, cut down as pages and feeds are.
#pragma once

#include <string_view>

#include "indexer/readers/html/html_tree.h"

namespace dateline {

/// As far as it is well formed; null if there is nothing. `charset` goes before the one that the
/// XML states: that of a text which is decoded already.
XmlDocument parse_xml(std::string_view xml, const char* charset = nullptr);

/// The first element of that name within the node, itself included; null if there is none.
xmlNode* first_element(xmlNode* root, std::string_view name);

/// The first child of that name; null if there is none, or no node.
xmlNode* child_element(const xmlNode* node, std::string_view name);

/// The element's name space, "" if it has none.
std::string_view name_space(const xmlNode* node);

/// Calls `visit(element)` for each element of the document whose name, without name space, is that.
template <typename Visit>
void for_each_element(const XmlDocument& document, std::string_view name, Visit visit) {
    xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    walk_tree(
        root,
        [&](xmlNode* node) {
            if (element_name(node) == name) visit(node);
            return true;
        },
        [](xmlNode*) {});
}

}  // namespace dateline
