// SPDX-License-Identifier: GPL-2.0-or-later
// Markdown files, and .html files with front matter as site generators have them.
#include "indexer/readers/markdown/markdown_text.h"

#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/html/html_text.h"
#include "indexer/readers/markdown/bracket_keys.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

enum class Body { markdown, html };

Reading read_with_front_matter(std::string_view text, Body body) {
    Reading reading;
    RawArticle article;
    const FrontMatter front = split_front_matter(text);
    article.fields = read_front_matter(front, reading.problems);
    for (RawField& field : read_bracket_keys(front.text, front.text_line))
        article.fields.push_back(std::move(field));
    TextBuilder builder;
    builder.reserve(front.text.size());
    const bool parsed =
        body == Body::markdown && add_markdown(builder, front.text, front.text_line);
    if (body == Body::html) {
        HtmlText(builder).add_markup(front.text, front.text_line);
    } else if (!parsed) {
        builder = TextBuilder();
        add_plain_text(builder, front.text, front.text_line);
        reading.problems.push_back(
            {"", front.text_line, "markdown not parsed, read as plain text", false});
    }
    builder.move_into(article);
    reading.articles.push_back(std::move(article));
    return reading;
}

}  // namespace

Reading read_markdown(std::string_view text) {
    return read_with_front_matter(text, Body::markdown);
}

Reading read_front_matter_page(std::string_view text) {
    return read_with_front_matter(text, Body::html);
}

}  // namespace dateline
