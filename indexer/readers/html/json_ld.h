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

struct JsonLdArticle {
    std::vector<RawField> fields;
    std::string body;  ///< the whole text, if it has it; plain, without markup
    std::vector<Problem> problems;
};

/// The first article in them (NewsArticle, BlogPosting, Recipe and so on), whether it stands alone,
/// in a list or in a @graph, and what a description of the page as such adds to it. What is
/// given as an @id is looked up in all of them. Empty if there is none; what is not valid JSON is
/// left out.
JsonLdArticle json_ld_article(const std::vector<JsonLdBlock>& blocks);

}  // namespace dateline
