// SPDX-License-Identifier: GPL-2.0-or-later
// A page of a news service as paragraphs: its blocks one after the other, each with the class that
// the service marks it by. The page is the service's own, so that nothing is looked for in it.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html/html_tree.h"

namespace dateline {

struct HtmlParagraph {
    std::string text;        ///< lines split by "\n", blanks single
    std::string class_name;  ///< of the innermost element with one that it begins in
    std::uint32_t line = 0;
};

/// The text within the element in paragraphs; empty ones are left out.
std::vector<HtmlParagraph> html_paragraphs(xmlNode* root);

/// The text of the element in one line.
std::string line_of_text(const xmlNode* node);

/// True if the word is one of the element's classes.
bool has_class(const xmlNode* node, std::string_view word);

}  // namespace dateline
