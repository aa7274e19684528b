// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_content.h"

#include <algorithm>
#include <map>
#include <string>

#include "indexer/readers/html/page_cards.h"
#include "indexer/readers/html/page_run.h"
#include "indexer/readers/html/page_stories.h"

namespace dateline {

namespace {

bool states_article(const xmlNode* node) {
    const std::string_view name = element_name(node);
    return name == "article" || name == "main" ||
           attribute(node, "itemprop").find("articleBody") != std::string::npos ||
           attribute(node, "role") == "main";
}

bool is_list(const xmlNode* node) {
    return element_name(node) == "ul" || element_name(node) == "ol";
}

std::vector<bool> dropped_with_parents(const PageMeasures& page) {
    std::vector<bool> dropped(page.elements.size());
    for (std::size_t i = 0; i < dropped.size(); ++i)
        dropped[i] = page.elements[i].dropped || dropped[page.elements[i].parent];
    return dropped;
}

/// Of each block, the bytes of prose that is not dropped before it.
std::vector<std::size_t> prose_before(const PageMeasures& page) {
    const std::vector<bool> dropped = dropped_with_parents(page);
    std::vector<std::size_t> before(page.blocks.size() + 1);
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        const TextBlock& block = page.blocks[i];
        const bool counts = block.is_prose() && !dropped[block.element];
        before[i + 1] = before[i] + (counts ? block.bytes - block.links : 0);
    }
    return before;
}

/// The first block of prose behind the first headline; the number of blocks if there is none.
std::uint32_t first_prose(const PageMeasures& page) {
    const auto headline = std::ranges::find_if(
        page.blocks, [](const TextBlock& block) { return block.is_own_headline(); });
    const auto prose = std::find_if(headline, page.blocks.end(),
                                    [](const TextBlock& block) { return block.is_prose(); });
    return static_cast<std::uint32_t>(prose - page.blocks.begin());
}

/// What of a page one name would drop.
struct Named {
    std::size_t prose = 0;
    std::uint32_t end_block = 0;  // of the last element, in which others may stand
    bool leads = false;           // the first prose is in it
};

std::map<std::string_view, Named> named_prose(const PageMeasures& page) {
    const std::uint32_t lead = first_prose(page);
    std::map<std::string_view, Named> names;
    for (const auto& [number, name] : page.boilerplate) {
        const ElementMeasure& element = page.elements[number];
        Named& named = names[name];
        if (element.first_block < named.end_block) continue;
        named.prose += element.prose;
        named.end_block = element.end_block;
        named.leads = named.leads || (element.first_block <= lead && lead < element.end_block);
    }
    return names;
}

/// Drops what its names call boilerplate, but for an element that holds two fifths of the page's
/// prose. A name by which four fifths would go, or two with the first paragraph, means something
/// else on this page: a layout, each paragraph. What surrounds articles has to hold the headline.
void drop_boilerplate(PageMeasures& page) {
    const std::size_t all = page.elements.front().prose;
    const std::map<std::string_view, Named> names = named_prose(page);
    for (const auto& [number, name] : page.boilerplate) {
        ElementMeasure& element = page.elements[number];
        const Named& named = names.at(name);
        const bool furniture = is_furniture(name);
        const bool off =
            !furniture && named.prose > 0 && named.prose * 5 >= all * (named.leads ? 2 : 4);
        const bool holds_much =
            element.prose > 0 && element.prose * 5 >= all * 2 &&
            (!furniture || element.headlines > 0 || element.prose * 5 >= all * 4);
        element.dropped = element.dropped || (!off && !holds_much);
    }
}

/// Drops what others wrote, unless it holds the headline or comes before the article: what is
/// called a teaser there is mostly its lead.
void drop_others_text(PageMeasures& page) {
    constexpr std::size_t begun = 120;  // bytes of prose
    const std::vector<std::size_t> before = prose_before(page);
    for (ElementMeasure& element : page.elements) {
        const bool leads = element.prose > 0 && before[element.first_block] < begun;
        if (element.part == PagePart::others_text && !leads && element.headlines == 0)
            element.dropped = true;
    }
}

void drop_parts(PageMeasures& page) {
    for (ElementMeasure& element : page.elements)
        element.dropped =
            element.prose == 0 && element.links * 10 > element.bytes * 8 && is_list(element.node);
    mark_cards(page);
    drop_boilerplate(page);
    drop_others_text(page);
}

/// Prose of what is not dropped, by element.
std::vector<std::size_t> kept_prose(const PageMeasures& page) {
    std::vector<std::size_t> prose(page.elements.size());
    const std::vector<bool> dropped = dropped_with_parents(page);
    for (const TextBlock& block : page.blocks)
        if (!dropped[block.element] && (block.is_prose() || block.is_sentence()))
            prose[block.element] += block.bytes - block.links;
    for (std::size_t i = prose.size(); i-- > 1;) prose[page.elements[i].parent] += prose[i];
    return prose;
}

void drop_furniture(PageMeasures& page) {
    for (const auto& [number, name] : page.boilerplate)
        if (is_furniture(name)) page.elements[number].dropped = true;
}

/// True if most prose that is neither others' nor furniture was dropped.
bool keeps_too_little(const PageMeasures& page, std::size_t kept) {
    std::vector<bool> aside = page.within(PagePart::others_text);
    for (const auto& [number, name] : page.boilerplate)
        if (is_furniture(name)) aside[number] = true;
    std::size_t own = 0;
    for (std::size_t i = 1; i < aside.size(); ++i)
        aside[i] = aside[i] || aside[page.elements[i].parent];
    for (const TextBlock& block : page.blocks)
        if (block.is_prose() && !aside[block.element]) own += block.bytes - block.links;
    return kept * 4 < own;
}

bool is_paragraph(const xmlNode* node) {
    return element_name(node) == "p" || element_name(node) == "pre";
}

std::size_t choose_root(const PageMeasures& page, const std::vector<std::size_t>& prose) {
    if (const auto story = first_of_stories(page, prose)) return *story;
    const std::size_t all = prose.front();
    std::size_t stated = 0;
    for (std::size_t i = 1; i < prose.size(); ++i) {
        if (prose[i] * 2 > all && states_article(page.elements[i].node)) stated = i;
    }
    if (stated != 0) return stated;
    // The element whose children share the prose.
    std::size_t root = 0;
    for (std::size_t i = 1; i < prose.size(); ++i) {
        if (page.elements[i].parent == root && !is_paragraph(page.elements[i].node) &&
            prose[i] * 20 > all * 19)
            root = i;
    }
    return root;
}

/// Keeps the sentences between the headline and the article's text.
void keep_lead(PageMeasures& page, const std::vector<std::uint32_t>& numbers, std::size_t begin) {
    std::size_t first = begin;
    while (first > 0 && !page.blocks[numbers[first - 1]].headline) --first;
    if (first == 0) return;
    for (std::size_t i = first; i < begin; ++i) {
        TextBlock& block = page.blocks[numbers[i]];
        block.kept = (block.is_prose() && !block.is_label()) ||
                     (block.heading && block.ends_sentence && block.links == 0 && block.bytes > 50);
    }
}

/// Keeps of the blocks in the element, those in dropped elements aside, the article's own.
ArticlePlace keep_run(PageMeasures& page, const ElementMeasure& root) {
    const std::vector<bool> dropped = dropped_with_parents(page);
    std::vector<std::uint32_t> numbers;
    const std::uint32_t end = std::min(root.end_block, comments_begin(page));
    for (std::uint32_t i = root.first_block; i < end; ++i)
        if (!dropped[page.blocks[i].element]) numbers.push_back(i);
    for (std::uint32_t i = end; i < root.end_block; ++i) page.blocks[i].kept = false;
    const BlockRun run = article_run(page, numbers);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        page.blocks[numbers[i]].kept =
            i >= run.begin && i < run.end && !page.blocks[numbers[i]].is_label();
    keep_lead(page, numbers, run.begin);
    if (run.begin == run.end) return {root.node, root.first_block, root.end_block, {}};
    return {root.node, numbers[run.begin], numbers[run.end - 1] + 1, {}};
}

/// Of each element, whether it tells of others: comments, related articles, cards apart from the
/// article's own text.
std::vector<bool> others_parts(const PageMeasures& page, const ArticlePlace& place) {
    std::vector<bool> others(page.elements.size());
    for (std::size_t i = 0; i < others.size(); ++i) {
        const ElementMeasure& element = page.elements[i];
        const bool apart = element.end_block <= place.begin || element.first_block >= place.end;
        others[i] = element.part == PagePart::others_text || (element.card && apart) ||
                    others[element.parent];
    }
    return others;
}

}  // namespace

ArticlePlace find_article(PageMeasures& page) {
    if (page.elements.empty()) return {};
    drop_parts(page);
    std::vector<std::size_t> prose = kept_prose(page);
    if (keeps_too_little(page, prose.front())) {
        for (ElementMeasure& element : page.elements) element.dropped = false;
        drop_furniture(page);
        drop_others_text(page);
        prose = kept_prose(page);
    }
    const ElementMeasure& root = page.elements[choose_root(page, prose)];
    ArticlePlace place = keep_run(page, root);
    place.others = others_parts(page, place);
    return place;
}

}  // namespace dateline
