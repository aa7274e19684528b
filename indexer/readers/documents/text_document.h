// SPDX-License-Identifier: GPL-2.0-or-later
// What DOCX, ODT, RTF and EPUB have in common once they are read: properties, and paragraphs one
// after the other, of which some are headings. From it come articles: one, or those of a document
// that collects several.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

struct DocumentParagraph {
    /// How it is marked up.
    enum class Kind : std::uint8_t {
        body,
        title,      ///< of the document
        author,     ///< a line with who wrote it, by its style
        date,       ///< a line with its day, by its style
        heading,    ///< of the uppermost level
        subheading  ///< of a lower one
    };

    std::string text;          ///< lines split by "\n"
    std::uint32_t number = 0;  ///< in the file, from 1
    Kind kind = Kind::body;

    bool operator==(const DocumentParagraph&) const = default;
};

struct TextDocument {
    std::vector<RawField> properties;  ///< as the document states them
    std::vector<DocumentParagraph> paragraphs;
    std::vector<Problem> problems;
};

/// Adds what a document's properties say of it under the key, if a person can have meant it: no
/// "Untitled", no "Microsoft Word - x.doc", no name of a program or of a user account.
void add_property(TextDocument& document, std::string_view key, std::string_view value);

/// The articles of a document. Where several headings each have a byline or a day below them, each
/// begins an article, and running text before the first is one of its own; else all of it is one.
Reading read_document(TextDocument document);

/// An article of some paragraphs, with marks for their numbers.
RawArticle article_of(const std::vector<DocumentParagraph>& paragraphs, std::size_t begin,
                      std::size_t end);

}  // namespace dateline
