// SPDX-License-Identifier: GPL-2.0-or-later
// A page as Notion exports it: its title, the properties of its row if it is one of a database,
// then its text. Properties say what the article is, as front matter does elsewhere. Here is what
// Markdown and HTML (notion_html.h) have in common, and the former.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// True for the names of its Markdown files, which end in the page's number:
/// "Home 2a889dba369b48709ec62508d5020d93.md".
bool names_notion_page(std::string_view path);

/// No article, and a problem that says so: nothing but properties is in it.
Reading read_notion_markdown(std::string_view text);

/// Adds the property, but for days of making and editing, which are none of publication.
void add_notion_property(std::vector<RawField>& fields, std::string_view key,
                         std::string_view value, std::uint32_t line);

/// What is said of a page that has properties alone.
Reading notion_page_without_text();

}  // namespace dateline
