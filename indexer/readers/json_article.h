// SPDX-License-Identifier: GPL-2.0-or-later
// A JSON object -> a RawArticle: every key becomes a field; what json_text finds becomes the text,
// and the item's own id its identity. Rows of tables are such objects too.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/agency/news_items.h"
#include "indexer/readers/parse_json.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// True for the keys of an object's list of articles: "items", "entries", "results".
bool names_list(std::string_view key);

/// True for the keys of objects that hold such a list: "response".
bool holds_list(std::string_view key);

/// What an object is of.
enum class JsonKind {
    article,    ///< it has a text
    link,       ///< it has an address, and no text
    discarded,  ///< it lies in its program's trash
    other,
    news_item,  ///< of an agency, and no article: see `item`
};

struct JsonArticle {
    JsonKind kind = JsonKind::other;
    NewsItemKind item = NewsItemKind::article;
    RawArticle article;
    bool is_note = false;   ///< an article with a text alone, too: its form tells what it is
    bool by_prose = false;  ///< no name tells its text
};

JsonArticle article_of(const Json& object);

/// True if a field tells what the article is: a title, an address, an author, a day. Data of other
/// kinds have texts too.
bool is_told(const RawArticle& article);

/// The articles of an object, or of its lists inside; those without a text too.
std::vector<JsonArticle> articles_of(const Json& object);

}  // namespace dateline
