// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_measures.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/ascii.h"
#include "indexer/readers/html/html_elements.h"
#include "indexer/readers/html/page_cards.h"
#include "indexer/readers/html/page_labels.h"

namespace dateline {

namespace {

// Numbers, not addresses: the vectors move. 0 stands for none.
void set_number(xmlNode* node, std::size_t number) {
    node->_private = reinterpret_cast<void*>(number + 1);
}

std::size_t number_of(const xmlNode* node) {
    return reinterpret_cast<std::uintptr_t>(node->_private) - 1;
}

std::uint32_t dense_bytes(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

/// Full stops and commas behind a letter and before a blank, and those of scripts that need none.
std::uint32_t stops_in(std::string_view text) {
    constexpr auto wide_stops =
        std::to_array<std::string_view>({"。", "，", "、", "！", "？", "।", "؟", "،", "۔", "…"});
    std::uint32_t stops = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' || c == ',' || c == '!' || c == '?') {
            stops += at + 1 == text.size() || ascii::is_blank(text[at + 1]) ||
                     ascii::is_wide(text[at + 1]) || text[at + 1] == '"';
        } else if (static_cast<unsigned char>(c) >= 0xD8) {
            const std::string_view rest = text.substr(at, 3);
            stops +=
                std::ranges::any_of(wide_stops, [&](auto stop) { return rest.starts_with(stop); });
        }
    }
    return stops;
}

/// True if the text's last sign ends a sentence, quotes and brackets aside; nothing for "6:30
/// p.m.".
bool ends_sentence(std::string_view text) {
    constexpr auto closing =
        std::to_array<std::string_view>({"\"", "'", ")", "]", "”", "’", "»", "“", "」", "』"});
    constexpr auto ends =
        std::to_array<std::string_view>({".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔"});
    text = ascii::trim(text);
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view sign : closing) {
            if (!text.ends_with(sign)) continue;
            text.remove_suffix(sign.size());
            more = true;
        }
    }
    if (text.ends_with(".m.") || text.ends_with(". m.")) return false;
    return std::ranges::any_of(ends, [&](auto sign) { return text.ends_with(sign); });
}

class Measurer {
public:
    explicit Measurer(PageMeasures& page) : page_(page) {}

    bool enter(xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE) {
            add_text(node);
            return false;
        }
        const std::vector<NamedPart> parts = named_parts(node);
        const PagePart part = strongest(parts);
        if (part == PagePart::no_text) return false;
        const HtmlElement kind = html_element_kind(element_name(node));
        if (kind != HtmlElement::in_line) begin_block(kind);
        if (element_name(node) == "a") ++in_links_;
        const auto number = static_cast<std::uint32_t>(page_.elements.size());
        page_.elements.push_back({.node = node,
                                  .parent = open_.empty() ? 0 : open_.back(),
                                  .first_block = end_block() - (in_block_ ? 1U : 0U),
                                  .part = part});
        set_number(node, number);
        open_.push_back(number);
        for (const NamedPart& each : parts)
            if (each.part == PagePart::boilerplate)
                page_.boilerplate.push_back({number, each.name});
        if (kind == HtmlElement::heading) in_heading_ = true;
        if (element_name(node) == "h1") in_headline_ = true;
        return true;
    }

    void leave(xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE || page_.element_of(node) == nullptr) return;
        const HtmlElement kind = html_element_kind(element_name(node));
        if (kind != HtmlElement::in_line) begin_block(kind);
        if (element_name(node) == "a") --in_links_;
        if (kind == HtmlElement::heading) in_heading_ = in_headline_ = false;
        page_.elements[open_.back()].end_block = end_block();
        open_.pop_back();
    }

private:
    std::uint32_t end_block() const { return static_cast<std::uint32_t>(page_.blocks.size()); }

    void begin_block(HtmlElement kind) {
        breaks_ = kind == HtmlElement::line_break ? breaks_ + 1 : 2;
        if (breaks_ > 2) in_block_ = false;  // begin and end of <br> are two
        if (kind != HtmlElement::line_break) in_block_ = false;
    }

    void add_text(xmlNode* node) {
        const std::string_view text = characters(node);
        const std::uint32_t bytes = dense_bytes(text);
        if (bytes == 0 || open_.empty()) return;
        breaks_ = 0;
        if (!in_block_) {
            page_.blocks.push_back(
                {.element = open_.back(), .heading = in_heading_, .headline = in_headline_});
            in_block_ = true;
            page_.blocks.back().begins_as_label = begins_with_page_label(ascii::trim(text));
            page_.blocks.back().comments_heading = in_heading_ && counts_comments(text);
        }
        TextBlock& block = page_.blocks.back();
        block.bytes += bytes;
        if (in_links_ > 0) block.links += bytes;
        block.stops += stops_in(text);
        block.ends_sentence = ends_sentence(text);
        set_number(node, page_.blocks.size() - 1);
    }

    PageMeasures& page_;
    std::vector<std::uint32_t> open_;  // elements
    int in_links_ = 0;
    int breaks_ = 0;
    bool in_heading_ = false;
    bool in_headline_ = false;
    bool in_block_ = false;
};

/// From each block to all elements around it: once for the innermost, then from each element to its
/// parent, the last first.
void add_up(PageMeasures& page) {
    for (const TextBlock& block : page.blocks) {
        ElementMeasure& element = page.elements[block.element];
        element.bytes += block.bytes;
        element.links += block.links;
        if (block.is_prose()) element.prose += block.bytes - block.links;
        element.headlines += block.is_own_headline() ? 1 : 0;
    }
    for (std::size_t i = page.elements.size(); i-- > 1;) {
        const ElementMeasure& element = page.elements[i];
        ElementMeasure& parent = page.elements[element.parent];
        parent.bytes += element.bytes;
        parent.links += element.links;
        parent.prose += element.prose;
        parent.headlines += element.headlines;
    }
}

}  // namespace

bool TextBlock::is_prose() const {
    constexpr std::uint32_t shortest = 50;
    constexpr std::uint32_t long_enough = 150;  // not every script has stops, not every text either
    const std::uint32_t own = bytes - links;
    if ((heading && own < long_enough) || own < shortest || is_of_links()) return false;
    return own >= long_enough || (stops > 0 && ends_sentence);
}

bool TextBlock::is_sentence() const {
    constexpr std::uint32_t shortest = 12;
    return !heading && bytes >= shortest && ends_sentence && !is_of_links();
}

bool TextBlock::is_label() const {
    constexpr std::uint32_t longest = 200;
    constexpr std::uint32_t sentence = 80;
    const bool is_sentence = ends_sentence && bytes >= sentence && stops >= 2;
    return begins_as_label && bytes < longest && !is_sentence;
}

bool TextBlock::is_of_links() const {
    constexpr std::uint32_t much = 80;
    return links * 2 >= bytes && bytes - links < much;
}

PageMeasures::PageMeasures(xmlNode* page) {
    Measurer measurer(*this);
    walk_tree(
        page, [&](xmlNode* node) { return measurer.enter(node); },
        [&](xmlNode* node) { measurer.leave(node); });
    add_up(*this);
}

std::vector<bool> PageMeasures::within(PagePart part) const {
    std::vector<bool> inside(elements.size());
    for (std::size_t i = 0; i < inside.size(); ++i)
        inside[i] = elements[i].part == part || inside[elements[i].parent];
    return inside;
}

ElementMeasure* PageMeasures::element_of(const xmlNode* node) {
    return node->_private == nullptr ? nullptr : &elements[number_of(node)];
}

std::uint32_t headline_before(const PageMeasures& page, std::uint32_t block) {
    while (block > 0 && !page.blocks[block - 1].headline) --block;
    return block;
}

TextBlock* PageMeasures::block_of(const xmlNode* text) {
    return text->_private == nullptr ? nullptr : &blocks[number_of(text)];
}

}  // namespace dateline
