// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader finds in a file, before anybody asks what it means: key-value pairs as the file has
// them and a plain text. Readers know formats and nothing of journalism; indexer/metadata/ turns a
// RawArticle into an Article.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/error.h"

namespace dateline {

/// One key with its values, in the file's order; a list gives several, an object with a name its
/// name.
struct RawField {
    std::string key;                  ///< as typed, ASCII letters in lower case
    std::vector<std::string> values;  ///< without surrounding blanks; empty ones are left out
    std::uint32_t line = 0;           ///< of the file, from 1; 0 if not known

    bool operator==(const RawField&) const = default;
};

/// A link of a text: its words are the bytes [begin, end) of it, blanks around them aside.
struct Link {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string url;  ///< http or https, as written

    bool operator==(const Link&) const = default;
};

struct RawArticle {
    std::vector<RawField> fields;
    std::string text;             ///< UTF-8, paragraphs split by "\n\n", lines by "\n", no markup
    std::vector<LineMark> lines;  ///< lines of the file for offsets in `text`
    std::vector<Link> links;      ///< the first and the last ones of a Markdown text, in its order
    std::string heading;          ///< the text's first paragraph, if it is marked up as a heading
    std::vector<std::string> headings;  ///< of a page, which may be its title; the first ones
    std::string identity;    ///< of an item of a file of many: its id, guid or URL; else ""
    std::uint32_t line = 1;  ///< where the article begins in the file
    PlaceUnit unit = PlaceUnit::line;  ///< of `line` and `lines`
    std::string item;                  ///< how its file names it, see Article::item
    bool path_tells = true;  ///< false: a program named the file, which says nothing of the article

    bool operator==(const RawArticle&) const = default;
};

/// What came out of some bytes: articles, problems, or both.
struct Reading {
    std::vector<RawArticle> articles;
    std::vector<Problem> problems;

    bool operator==(const Reading&) const = default;
};

}  // namespace dateline
