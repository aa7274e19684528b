// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/xml_part.h"

#include <libxml/parser.h>

#include <limits>
#include <vector>

#include "indexer/readers/html/markup_limits.h"

namespace dateline {

XmlDocument parse_xml(std::string_view whole) {
    constexpr int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                            XML_PARSE_NONET | XML_PARSE_COMPACT;
    std::string storage;
    std::vector<Problem> ignored;
    const std::string_view xml = within_limits(whole, Markup::xml, storage, ignored);
    if (xml.empty() || xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return nullptr;
    return XmlDocument(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, options));
}

std::string_view name_space(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE || node->ns == nullptr || node->ns->href == nullptr)
        return {};
    return reinterpret_cast<const char*>(node->ns->href);
}

}  // namespace dateline
