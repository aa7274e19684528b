// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/html_tree.h"

#include <libxml/HTMLparser.h>

#include <limits>

namespace dateline {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_text(const xmlNode* node) {
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

}  // namespace

XmlDocument parse_html(std::string_view html) {
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    if (html.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return nullptr;
    return XmlDocument(
        htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options));
}

std::string_view element_name(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view();
}

std::string attribute(const xmlNode* node, const char* name) {
    if (node->type != XML_ELEMENT_NODE) return "";
    const std::string_view wanted = name;
    for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) {
        if (view(at->name) != wanted) continue;
        std::string value;
        for (const xmlNode* part = at->children; part != nullptr; part = part->next) {
            value += characters(part);
        }
        return value;
    }
    return "";
}

bool has_attribute(const xmlNode* node, const char* name) {
    return xmlHasProp(node, reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

std::string_view characters(const xmlNode* node) {
    return is_text(node) ? view(node->content) : std::string_view();
}

std::string text_within(const xmlNode* node) {
    std::string text;
    // The walk changes nothing; libxml2's own functions take no const either.
    walk_tree(
        const_cast<xmlNode*>(node),
        [&](const xmlNode* inner) {
            text += characters(inner);
            return true;
        },
        [](const xmlNode*) {});
    return text;
}

std::string one_line(std::string_view text) {
    constexpr std::string_view hard_blank = "\xC2\xA0";
    std::string line;
    while (!text.empty()) {
        const bool hard = text.starts_with(hard_blank);
        if (hard || static_cast<unsigned char>(text.front()) <= ' ') {
            if (!line.empty() && line.back() != ' ') line += ' ';
        } else {
            line += text.front();
        }
        text.remove_prefix(hard ? hard_blank.size() : 1);
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string line_within(const xmlNode* node) {
    std::string text;
    walk_tree(
        const_cast<xmlNode*>(node),
        [&](const xmlNode* inner) {
            (text += ' ') += characters(inner);
            return true;
        },
        [](const xmlNode*) {});
    return one_line(text);
}

std::uint32_t line_of_node(const xmlNode* node) {
    const long line = xmlGetLineNo(node);
    return line > 0 ? static_cast<std::uint32_t>(line) : 0;
}

}  // namespace dateline
