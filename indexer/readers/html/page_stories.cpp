// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_stories.h"

#include <string>
#include <utility>

namespace dateline {

namespace {

/// The elements beside each other in which two elements of the page stand; one twice if it holds
/// both.
std::pair<std::size_t, std::size_t> parting_elements(const PageMeasures& page, std::size_t a,
                                                     std::size_t b) {
    // Parents have smaller numbers than what stands in them.
    std::size_t below_a = a;
    std::size_t below_b = b;
    while (a != b) {
        std::size_t& deeper = a > b ? a : b;
        (a > b ? below_a : below_b) = deeper;
        deeper = page.elements[deeper].parent;
    }
    return {below_a, below_b};
}

bool may_hold_story(const xmlNode* node) {
    const std::string_view name = element_name(node);
    return name == "article" || (name == "div" && !attribute(node, "class").empty());
}

}  // namespace

std::optional<std::size_t> first_of_stories(const PageMeasures& page,
                                            const std::vector<std::size_t>& prose) {
    constexpr std::size_t least_prose = 250;
    constexpr int most_headlines = 8;
    int headlines = 0;
    const TextBlock* last = nullptr;
    for (const TextBlock& block : page.blocks) {
        if (!block.is_own_headline()) continue;
        if (++headlines > most_headlines) break;
        const TextBlock* before = std::exchange(last, &block);
        if (before == nullptr || before->element == block.element) continue;
        const auto [first, second] = parting_elements(page, before->element, block.element);
        const xmlNode* node = page.elements[first].node;
        const xmlNode* other = page.elements[second].node;
        if (first != second && prose[first] >= least_prose && prose[second] >= least_prose &&
            may_hold_story(node) && element_name(node) == element_name(other) &&
            attribute(node, "class") == attribute(other, "class"))
            return first;
    }
    return std::nullopt;
}

}  // namespace dateline
