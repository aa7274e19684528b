// SPDX-License-Identifier: GPL-2.0-or-later
// libxml2's documents as this program uses them: owned, walked without recursion, read without
// entities that could grow. Text of a file is never trusted to load anything else.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace dateline {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, FreeDocument>;

/// The tree of a web page, as far as it can be made sense of; null if there is nothing.
XmlDocument parse_html(std::string_view html);

/// The element's name in lower case as libxml2 has it, "" for text and other nodes.
std::string_view element_name(const xmlNode* node);

/// "" if the element has no such attribute.
std::string attribute(const xmlNode* node, const char* name);

/// True if the element has the attribute, with a value or without.
bool has_attribute(const xmlNode* node, const char* name);

/// The node's own characters, "" if it is no text.
std::string_view characters(const xmlNode* node);

/// All characters within the node.
std::string text_within(const xmlNode* node);

/// The text on one line, blanks single.
std::string one_line(std::string_view text);

/// All characters within the node on one line, with blanks between elements.
std::string line_within(const xmlNode* node);

/// The line of the file on which the node begins.
std::uint32_t line_of_node(const xmlNode* node);

/// Visits the node and all below it in order. `enter(node)` says whether to go into its children,
/// `leave(node)` comes after them (also when they were not visited). No recursion.
template <typename Enter, typename Leave>
void walk_tree(xmlNode* root, Enter enter, Leave leave) {
    xmlNode* node = root;
    while (node != nullptr) {
        const bool inside =
            enter(node) && node->type == XML_ELEMENT_NODE && node->children != nullptr;
        if (inside) {
            node = node->children;
            continue;
        }
        leave(node);
        while (node != root && node->next == nullptr) {
            node = node->parent;
            leave(node);
        }
        if (node == root) return;
        node = node->next;
    }
}

}  // namespace dateline
