// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_content.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/readers/html/page_run.h"

namespace dateline {

namespace {

bool states_article(const xmlNode* node) {
    const std::string_view name = element_name(node);
    return name == "article" || name == "main" ||
           attribute(node, "itemprop").find("articleBody") != std::string::npos ||
           attribute(node, "role") == "main";
}

/// How much of the page is looked at: what its names say is believed less and less.
enum class Trust { names, none };

/// Drops what is called boilerplate, unless a good part of the page's prose is in it.
void drop_parts(PageMeasures& page, Trust trust) {
    const std::size_t all = page.elements.front().prose;
    std::vector<std::size_t> before(page.blocks.size() + 1);  // prose before each block
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        const TextBlock& block = page.blocks[i];
        before[i + 1] = before[i] + (block.is_prose() ? block.bytes - block.links : 0);
    }
    for (ElementMeasure& element : page.elements) {
        const bool holds_much = element.prose * 5 >= all * 2 && element.prose > 0;
        // Comments and other articles come behind the article.
        const bool begins = before[element.first_block] < 300;
        const bool links_alone =
            element.prose == 0 && element.links * 10 > element.bytes * 8 &&
            (element_name(element.node) == "ul" || element_name(element.node) == "ol");
        element.dropped =
            trust == Trust::names &&
            ((element.part == PagePart::others_text && !(element.prose > 0 && begins)) ||
             (element.part == PagePart::boilerplate && !holds_much) || links_alone);
    }
}

std::vector<bool> dropped_with_parents(const PageMeasures& page) {
    std::vector<bool> dropped(page.elements.size());
    for (std::size_t i = 0; i < dropped.size(); ++i)
        dropped[i] = page.elements[i].dropped || dropped[page.elements[i].parent];
    return dropped;
}

/// Prose of what is not dropped, by element.
std::vector<std::size_t> kept_prose(const PageMeasures& page) {
    std::vector<std::size_t> prose(page.elements.size());
    const std::vector<bool> dropped = dropped_with_parents(page);
    for (const TextBlock& block : page.blocks)
        if (!dropped[block.element] && block.is_prose())
            prose[block.element] += block.bytes - block.links;
    for (std::size_t i = prose.size(); i-- > 1;) prose[page.elements[i].parent] += prose[i];
    return prose;
}

std::size_t choose_root(const PageMeasures& page, const std::vector<std::size_t>& prose) {
    const std::size_t all = prose.front();
    std::size_t stated = 0;
    for (std::size_t i = 1; i < prose.size(); ++i) {
        if (prose[i] * 2 > all && states_article(page.elements[i].node)) stated = i;
    }
    if (stated != 0) return stated;
    // The element whose children share the prose.
    std::size_t root = 0;
    for (std::size_t i = 1; i < prose.size(); ++i) {
        if (page.elements[i].parent == root && prose[i] * 20 > all * 19) root = i;
    }
    return root;
}

/// Keeps of the blocks in the element, those in dropped elements aside, the article's own.
void keep_run(PageMeasures& page, const ElementMeasure& root) {
    const std::vector<bool> dropped = dropped_with_parents(page);
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = root.first_block; i < root.end_block; ++i)
        if (!dropped[page.blocks[i].element]) numbers.push_back(i);
    const BlockRun run = article_run(page, numbers);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        page.blocks[numbers[i]].kept = i >= run.begin && i < run.end;
}

}  // namespace

xmlNode* find_article(PageMeasures& page) {
    if (page.elements.empty()) return nullptr;
    drop_parts(page, Trust::names);
    std::vector<std::size_t> prose = kept_prose(page);
    constexpr std::size_t little = 250;
    if (prose.front() < std::min(little, page.elements.front().prose)) {
        drop_parts(page, Trust::none);
        prose = kept_prose(page);
    }
    const ElementMeasure& root = page.elements[choose_root(page, prose)];
    keep_run(page, root);
    return root.node;
}

}  // namespace dateline
