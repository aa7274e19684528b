// SPDX-License-Identifier: GPL-2.0-or-later
// A page measured once: its blocks of text, in order, and what each element holds of them. Which of
// them are the article is decided on these numbers (page_content.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/html/page_parts.h"

namespace dateline {

/// Text that nothing but inline markup interrupts: a paragraph, a heading, an item of a list.
struct TextBlock {
    std::uint32_t element = 0;  ///< number of the innermost element that is no inline one
    std::uint32_t bytes = 0;    ///< blanks aside
    std::uint32_t links = 0;    ///< of these, within links
    std::uint32_t stops = 0;    ///< marks that sentences have: full stops, commas
    bool heading = false;
    bool headline = false;          ///< a heading of the first level
    bool ends_sentence = false;     ///< its last sign ends one
    bool begins_as_label = false;   ///< begins as lines do that are no part of the article
    bool comments_heading = false;  ///< a heading that counts comments
    bool kept = true;

    /// A headline that leads to no other page.
    bool is_own_headline() const { return headline && links == 0; }
    /// Sentences, most of which are no links.
    bool is_prose() const;
    /// One short sentence at least, most of which is no link.
    bool is_sentence() const;
    /// Links and little else.
    bool is_of_links() const;
    /// A short line that begins as those do that are no part of an article.
    bool is_label() const;
};

/// What an element holds, with all elements in it.
struct ElementMeasure {
    xmlNode* node = nullptr;
    std::uint32_t parent = 0;  ///< its number; of the first, its own
    std::uint32_t first_block = 0;
    std::uint32_t end_block = 0;
    std::size_t bytes = 0;
    std::size_t links = 0;
    std::size_t prose = 0;        ///< bytes of blocks of prose, without their links
    std::uint32_t headlines = 0;  ///< own ones
    PagePart part = PagePart::content;
    bool card = false;  ///< it looks like another article's (page_cards.h)
    bool dropped = false;
};

/// An element and one of its names that says what it is.
struct NamedElement {
    std::uint32_t element = 0;
    std::string_view name;
};

class PageMeasures {
public:
    /// Writes to the nodes' _private.
    explicit PageMeasures(xmlNode* page);

    std::vector<ElementMeasure> elements;  ///< in the page's order; what nobody reads has none
    std::vector<TextBlock> blocks;
    std::vector<NamedElement> boilerplate;  ///< what is called so, and how, in the page's order

    /// Of each element, whether it or one around it is such a part.
    std::vector<bool> within(PagePart part) const;

    /// Of an element or of a text; nullptr if it was not measured.
    ElementMeasure* element_of(const xmlNode* node);
    TextBlock* block_of(const xmlNode* text);
};

/// The block behind the nearest headline before the block; 0 if there is none.
std::uint32_t headline_before(const PageMeasures& page, std::uint32_t block);

}  // namespace dateline
