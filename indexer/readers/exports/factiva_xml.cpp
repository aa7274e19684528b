// SPDX-License-Identifier: GPL-2.0-or-later
// Exports of Factiva as XML (the answers of its service).
#include "indexer/readers/exports/factiva_xml.h"

#include <utility>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/documents/xml_part.h"
#include "indexer/readers/exports/export_article.h"
#include "indexer/readers/exports/html_paragraphs.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

/// Paragraphs are elements, or divided by the indent of their first line.
void add_text(xmlNode* node, ExportArticle& article) {
    bool elements = false;
    for (xmlNode* inner = node->children; inner != nullptr; inner = inner->next) {
        if (element_name(inner) != "paragraph") continue;
        elements = true;
        article.body.push_back({line_of_text(inner), line_of_node(inner)});
    }
    if (elements) return;
    constexpr std::string_view indent = "    ";
    const std::string text = text_within(node);
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        const std::string_view words = ascii::trim(line);
        if (words.empty()) continue;
        if (article.body.empty() || line.starts_with(indent))
            article.body.push_back({std::string(words), 0});
        else
            article.body.back().text.append(" ").append(words);
    }
}

ExportArticle read_article(xmlNode* root) {
    ExportArticle article;
    for (xmlNode* node = root->children; node != nullptr; node = node->next) {
        const std::string_view name = element_name(node);
        if (name == "headline") article.title = line_of_text(node);
        if (name == "byline") article.byline = line_of_text(node);
        if (name == "sourceName") article.outlet = line_of_text(node);
        if (name == "sectionName") article.section = line_of_text(node);
        if (name == "accessionNo") article.accession = line_of_text(node);
        if (name == "publicationDate") article.day = line_of_text(node).substr(0, 10);
        if (name == "leadParagraph" || name == "tailParagraphs") add_text(node, article);
    }
    return article;
}

}  // namespace

bool begins_factiva_xml(std::string_view text) {
    constexpr std::size_t head_bytes = 4096;
    return text.substr(0, head_bytes).find("<PPSResponse") != text.npos;
}

Reading read_factiva_xml(std::string_view xml) {
    std::vector<ExportArticle> articles;
    for_each_element(parse_xml(xml, "UTF-8"), "article", [&](xmlNode* node) {
        if (node->parent != nullptr && element_name(node->parent) == "ppsarticle")
            articles.push_back(read_article(node));
    });
    return read_export(std::move(articles), PlaceUnit::item);
}

}  // namespace dateline
