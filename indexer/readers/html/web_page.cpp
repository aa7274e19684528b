// SPDX-License-Identifier: GPL-2.0-or-later
// Saved web pages.
#include "indexer/readers/field_tree.h"
#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/html/markup_limits.h"
#include "indexer/readers/html/page_byline.h"
#include "indexer/readers/html/page_content.h"
#include "indexer/readers/html/page_fields.h"
#include "indexer/readers/html/page_text.h"
#include "indexer/readers/readers.h"

namespace dateline {

Reading read_web_page(std::string_view html) {
    Reading reading;
    std::string storage;
    const XmlDocument document =
        parse_html(within_limits(html, Markup::html, storage, reading.problems));
    xmlNode* page = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (page == nullptr) return {{}, {{"", 0, "no HTML in it", true}}};
    RawArticle article;
    PageFields stated = page_fields(page);
    article.fields = std::move(stated.fields);
    article.headings = std::move(stated.headings);
    TextBuilder builder;
    PageMeasures measures(page);
    for (const std::string& name : page_byline(measures))
        add_field_value(article.fields, "visible-byline", 0, name);
    if (xmlNode* root = find_article(measures)) add_page_text(builder, root, measures);
    // Pages that are put together by scripts have their text in JSON-LD alone.
    if (builder.size() * 2 < stated.article_body.size()) {
        builder = TextBuilder();
        add_plain_text(builder, stated.article_body, 0);
    }
    builder.move_into(article);
    reading.articles.push_back(std::move(article));
    reading.problems.insert(reading.problems.end(), stated.problems.begin(), stated.problems.end());
    return reading;
}

}  // namespace dateline
