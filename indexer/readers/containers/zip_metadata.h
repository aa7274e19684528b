// SPDX-License-Identifier: GPL-2.0-or-later
// What an export says of its pages beside them: programs that keep saved pages pack them into a zip
// archive with JSON files that tell title, author, address and day of each by its slug, which is
// the name of the page's file.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// True for the names that such files have: metadata_0_to_20.json.
bool names_metadata(std::string_view path);

class ZipMetadata {
public:
    /// True if the file tells of pages by their slugs: it is then no file of articles.
    bool add(std::string_view json);
    /// The object about the page of that path; "" if there is none.
    std::string_view about(std::string_view path) const;
    /// True for what the reader of a known page wrote about it.
    bool is_remark(std::string_view path) const;

private:
    std::map<std::string, std::string, std::less<>> objects_;  ///< by slug
    std::size_t bytes_ = 0;
};

/// Adds what such an object tells. It goes before what the page says.
void add_metadata(std::string_view json, RawArticle& article);

}  // namespace dateline
