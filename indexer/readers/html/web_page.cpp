// SPDX-License-Identifier: GPL-2.0-or-later
// Saved web pages.
#include "indexer/readers/field_tree.h"
#include "indexer/readers/html/character_references.h"
#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/html/markup_limits.h"
#include "indexer/readers/html/page_byline.h"
#include "indexer/readers/html/page_content.h"
#include "indexer/readers/html/page_dates.h"
#include "indexer/readers/html/page_fields.h"
#include "indexer/readers/html/page_text.h"
#include "indexer/readers/pages/archive_toolbar.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

/// What the page shows its readers of the article, beside its text.
void add_visible(xmlNode* page, PageMeasures& measures, const ArticlePlace& place,
                 RawArticle& article) {
    const auto add = [&](std::string_view key, const std::vector<std::string>& values) {
        for (const std::string& value : values) add_field_value(article.fields, key, 0, value);
    };
    add("visible-byline", page_byline(measures, place));
    add("visible-date", page_dates(measures, place));
    add("visible-line", page_lines(page, measures, place));
}

}  // namespace

Reading read_web_page(std::string_view html) {
    Reading reading;
    std::string bare;
    std::string limited;
    std::string referenced;
    const XmlDocument document = parse_html(with_old_references(
        within_limits(without_archive_toolbar(html, bare), Markup::html, limited, reading.problems),
        referenced));
    xmlNode* page = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (page == nullptr) return {{}, {{"", 0, "no HTML in it", true}}};
    RawArticle article;
    PageFields stated = page_fields(page);
    article.fields = std::move(stated.fields);
    article.headings = std::move(stated.headings);
    TextBuilder builder;
    PageMeasures measures(page);
    const ArticlePlace place = find_article(measures);
    if (place.root != nullptr) add_page_text(builder, place.root, measures);
    add_visible(page, measures, place, article);
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
