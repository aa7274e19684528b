// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/notes/notion_html.h"

#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/exports/html_paragraphs.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/notes/notion_page.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

namespace {

/// The values of a row's cell: labels stand in elements of their own.
std::vector<std::string> values_of(xmlNode* cell) {
    std::vector<std::string> values;
    for (xmlNode* node = cell->children; node != nullptr; node = node->next)
        if (has_class(node, "selected-value")) values.push_back(line_of_text(node));
    if (values.empty()) values.push_back(line_of_text(cell));
    return values;
}

void add_row(xmlNode* row, std::vector<RawField>& fields) {
    std::string key;
    for (xmlNode* node = row->children; node != nullptr; node = node->next) {
        if (element_name(node) == "th") key = line_of_text(node);
        if (element_name(node) != "td" || key.empty()) continue;
        for (const std::string& value : values_of(node))
            add_notion_property(fields, key, value, line_of_node(node));
    }
}

/// True for what the row of a property is called.
bool is_property(const xmlNode* node) {
    return element_name(node) == "tr" && attribute(node, "class").starts_with("property-row");
}

}  // namespace

Reading read_notion_html(xmlNode* page) {
    Reading reading;
    RawArticle article;
    TextBuilder builder;
    bool is_page = false;
    walk_tree(
        page,
        [&](xmlNode* node) {
            is_page = is_page || (element_name(node) == "article" && has_class(node, "page"));
            if (!is_page) return true;
            if (is_property(node)) add_row(node, article.fields);
            if (has_class(node, "page-title"))
                add_field_value(article.fields, "title", line_of_node(node), line_of_text(node));
            if (!has_class(node, "page-body")) return true;
            for (const HtmlParagraph& paragraph : html_paragraphs(node)) {
                builder.end_paragraph();
                add_plain_text(builder, paragraph.text, paragraph.line);
            }
            return false;
        },
        [](xmlNode*) {});
    if (!is_page) return reading;
    builder.move_into(article);
    if (article.text.empty()) return notion_page_without_text();
    reading.articles.push_back(std::move(article));
    return reading;
}

Reading read_notion_index(xmlNode* /*page*/) {
    return {{}, {{"", 0, "a list of Notion's pages, left out", false, ProblemKind::empty}}};
}

}  // namespace dateline
