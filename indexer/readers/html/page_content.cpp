// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_content.h"

#include <algorithm>
#include <array>
#include <string>

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
    for (ElementMeasure& element : page.elements) {
        const bool holds_much = element.prose * 5 >= all * 2 && element.prose > 0;
        const bool links_alone =
            element.prose == 0 && element.links * 10 > element.bytes * 8 &&
            (element_name(element.node) == "ul" || element_name(element.node) == "ol");
        element.dropped = trust == Trust::names &&
                          (element.part == PagePart::others_text ||
                           (element.part == PagePart::boilerplate && !holds_much) || links_alone);
    }
}

/// Prose of what is not dropped, by element.
std::vector<std::size_t> kept_prose(const PageMeasures& page) {
    std::vector<std::size_t> prose(page.elements.size());
    std::vector<bool> dropped(page.elements.size());
    for (std::size_t i = 0; i < prose.size(); ++i)
        dropped[i] = page.elements[i].dropped || dropped[page.elements[i].parent];
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
        if (page.elements[i].parent == root && prose[i] * 10 > all * 8) root = i;
    }
    return root;
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
    return page.elements[choose_root(page, prose)].node;
}

}  // namespace dateline
