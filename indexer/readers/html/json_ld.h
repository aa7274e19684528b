// SPDX-License-Identifier: GPL-2.0-or-later
// Schema.org's description of an article, as pages carry it in JSON-LD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// One script of a page.
struct JsonLdBlock {
    std::string json;
    std::uint32_t line = 0;
};

/// What the rest of a page says, by which its article is known among those that it describes.
struct PageClues {
    std::string address;              ///< the canonical one
    std::vector<std::string> titles;  ///< its title and headings
};

struct JsonLdArticle {
    std::vector<RawField> fields;
    std::vector<RawField> page_fields;  ///< what is said of the page as such, which counts less
    std::string body;                   ///< the whole text, if it has it; plain, without markup
    std::vector<Problem> problems;
};

/// The page's article in them (NewsArticle, BlogPosting, Recipe and so on), whether it stands
/// alone, in a list or in a @graph: the one that has the page's address or one of its titles, else
/// the first. What is given as an @id is looked up in all of them. Empty if there is none; what is
/// not valid JSON is left out.
JsonLdArticle json_ld_article(const std::vector<JsonLdBlock>& blocks, const PageClues& clues);

}  // namespace dateline
