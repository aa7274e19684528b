// SPDX-License-Identifier: GPL-2.0-or-later
// Text without markup, with or without the ` date 2026-02-27 ` header.
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

namespace {

RawArticle plain_article(std::string_view text) {
    TextBuilder builder;
    builder.reserve(text.size());
    add_plain_text(builder, text, 1);
    RawArticle article;
    builder.move_into(article);
    return article;
}

}  // namespace

Reading read_plain_text(std::string_view text) {
    return {{plain_article(text)}, {}};
}

Reading read_header_text(std::string_view text) {
    const std::optional<DateHeader> header = date_header(text);
    if (!header) return read_plain_text(text);
    // The date is blanked by being skipped: the text begins on the header's own line.
    RawArticle article = plain_article(text.substr(header->bytes));
    article.fields.push_back({"date", {std::string(header->date)}, 1});
    return {{std::move(article)}, {}};
}

}  // namespace dateline
