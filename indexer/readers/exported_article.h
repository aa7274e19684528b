// SPDX-License-Identifier: GPL-2.0-or-later
// An article as `dateline-index --export` writes it (indexer/inspect/article_line.h): a JSON object
// that says so. Its values are finished, those that are not known too: none is cleaned, worked out
// or looked for in the text a second time, so that an index made of it is that of the articles.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/json_article.h"

namespace dateline {

/// The key that says so, with the version of the form as its value.
inline constexpr std::string_view export_key = "dateline_export";
inline constexpr int export_version = 1;

// Keys beside those of the table of fields.
inline constexpr std::string_view export_id_key = "id";
inline constexpr std::string_view export_derived_key = "derived";
inline constexpr std::string_view export_text_key = "text";

/// None: the object is none of this version, and is read as any other. The article's fields are
/// those of the table by their names, and `derived.FIELD`.
std::optional<JsonArticle> exported_article(const Json& object);

/// True for what exported_article gave, and for no article of another reader.
bool is_exported(const RawArticle& article);

}  // namespace dateline
