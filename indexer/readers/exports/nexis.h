// SPDX-License-Identifier: GPL-2.0-or-later
// Exports of Nexis (LexisNexis, Nexis Uni), whose articles stand one after the other: the older
// form (HTML, text) begins each with "3 of 74 DOCUMENTS", the newer one (DOCX, RTF) ends each with
// "End of Document". Its labels are told in the languages of its pages.
#pragma once

#include <vector>

#include "indexer/readers/documents/text_document.h"

namespace dateline {

/// Whether the paragraphs are those of an export.
bool is_nexis(const std::vector<DocumentParagraph>& paragraphs);

/// The line that begins each article of the older form.
bool is_nexis_mark(std::string_view text);

/// A label as the older form prints it, in capitals: "LENGTH: 120 words".
bool is_nexis_label_line(std::string_view text);

Reading read_nexis(const std::vector<DocumentParagraph>& paragraphs);

}  // namespace dateline
