// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_cards.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "common/ascii.h"

namespace dateline {

namespace {

constexpr std::size_t most_prose = 600;  // of a card

/// The widest element around a heading that holds no other heading and no more prose than a card.
std::uint32_t card_of(const PageMeasures& page, std::uint32_t block,
                      const std::vector<std::uint32_t>& headings_before) {
    std::uint32_t number = page.blocks[block].element;
    std::uint32_t card = number;
    while (number != 0) {
        const ElementMeasure& element = page.elements[number];
        const std::uint32_t headings =
            headings_before[element.end_block] - headings_before[element.first_block];
        if (headings > 1 || element.prose > most_prose) break;
        card = number;
        number = element.parent;
    }
    return card;
}

bool is_linked_heading(const TextBlock& block) {
    return block.heading && !block.headline && block.links * 10 >= block.bytes * 9;
}

}  // namespace

bool counts_comments(std::string_view heading) {
    constexpr auto words = std::to_array<std::string_view>(
        {"comment", "comments", "reader comments", "comments section", "kommentare", "kommentar",
         "leserkommentare", "commentaires", "commentaire", "comentarios", "comentários", "commenti",
         "reacties", "komentarze", "responses", "replies", "thoughts", "discussion"});
    std::string bare;
    for (const char c : heading)
        if (!ascii::is_digit(c) && c != '(' && c != ')' && c != ':' && c != ',' && c != '.')
            bare += ascii::lower(c);
    const std::string_view word = ascii::trim(bare);
    return heading.size() < 40 && std::ranges::find(words, word) != words.end();
}

void mark_cards(PageMeasures& page) {
    std::vector<std::uint32_t> headings_before(page.blocks.size() + 1);
    for (std::size_t i = 0; i < page.blocks.size(); ++i)
        headings_before[i + 1] = headings_before[i] + (page.blocks[i].heading ? 1U : 0U);
    using Kind = std::tuple<std::uint32_t, std::string, std::string>;
    std::map<Kind, std::vector<std::uint32_t>> cards;
    for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
        if (!is_linked_heading(page.blocks[i])) continue;
        const std::uint32_t card = card_of(page, i, headings_before);
        const xmlNode* node = page.elements[card].node;
        cards[{page.elements[card].parent, std::string(element_name(node)),
               attribute(node, "class")}]
            .push_back(card);
        constexpr std::uint32_t shortest = 16;  // less is the name of a section
        page.elements[card].card = page.blocks[i].bytes >= shortest;
    }
    for (const auto& [kind, alike] : cards) {
        std::size_t prose = 0;
        for (const std::uint32_t card : alike) prose += page.elements[card].prose;
        if (alike.size() < 2 || prose * 5 >= page.elements.front().prose * 2) continue;
        for (const std::uint32_t card : alike)
            page.elements[card].part = std::max(page.elements[card].part, PagePart::others_text);
    }
}

std::uint32_t comments_begin(const PageMeasures& page) {
    bool begun = false;
    for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
        if (begun && page.blocks[i].comments_heading) return i;
        begun = begun || page.blocks[i].is_prose();
    }
    return static_cast<std::uint32_t>(page.blocks.size());
}

}  // namespace dateline
