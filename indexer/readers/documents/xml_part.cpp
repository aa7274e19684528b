// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/xml_part.h"

#include <libxml/parser.h>

#include <limits>
#include <vector>

#include "indexer/readers/html/markup_limits.h"

namespace dateline {

XmlDocument parse_xml(std::string_view whole, const char* charset) {
    constexpr int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                            XML_PARSE_NONET | XML_PARSE_COMPACT;
    std::string storage;
    std::vector<Problem> ignored;
    const std::string_view xml = within_limits(whole, Markup::xml, storage, ignored);
    if (xml.empty() || xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return nullptr;
    return XmlDocument(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, charset, options));
}

xmlNode* first_element(xmlNode* root, std::string_view name) {
    xmlNode* found = nullptr;
    if (root == nullptr) return nullptr;
    walk_tree(
        root,
        [&](xmlNode* node) {
            if (found == nullptr && element_name(node) == name) found = node;
            return found == nullptr;
        },
        [](xmlNode*) {});
    return found;
}

xmlNode* child_element(const xmlNode* node, std::string_view name) {
    if (node == nullptr) return nullptr;
    for (xmlNode* inner = node->children; inner != nullptr; inner = inner->next)
        if (element_name(inner) == name) return inner;
    return nullptr;
}

std::string_view name_space(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE || node->ns == nullptr || node->ns->href == nullptr)
        return {};
    return reinterpret_cast<const char*>(node->ns->href);
}

}  // namespace dateline
