// SPDX-License-Identifier: GPL-2.0-or-later
// The agencies' formats in XML: what is an item in each, wherever it stands.
#include "indexer/readers/agency/agency_xml.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/readers/agency/news_items.h"
#include "indexer/readers/agency/newsml.h"
#include "indexer/readers/agency/newsml_g2.h"
#include "indexer/readers/agency/nitf.h"
#include "indexer/readers/agency/rb_news.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/documents/xml_part.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

struct ItemElement {
    std::string_view name;
    void (*add)(xmlNode* item, NewsItems& items);
};

constexpr auto item_elements = std::to_array<ItemElement>({
    {"nitf", add_nitf},
    {"NewsItem", add_newsml_item},
    {"newsItem", add_g2_item},
    {"packageItem", add_g2_package},
    {"planningItem", add_g2_other},
    {"conceptItem", add_g2_other},
    {"knowledgeItem", add_g2_other},
    {"catalogItem", add_g2_other},
    {"RBNews", add_rb_news},
});

// Of files, beside the items themselves.
constexpr auto roots =
    std::to_array<std::string_view>({"NewsML", "newsMessage", "XMLNewsQueuedResponse"});

const ItemElement* find_item(std::string_view name) {
    const auto* found = std::ranges::find(item_elements, name, &ItemElement::name);
    return found == item_elements.end() ? nullptr : found;
}

}  // namespace

bool begins_agency_xml(std::string_view text) {
    const std::string_view name = root_element_name(text);
    return find_item(name) != nullptr || std::ranges::find(roots, name) != roots.end();
}

Reading read_agency_xml(std::string_view whole) {
    NewsItems items;
    const XmlDocument document = parse_xml(whole, "UTF-8");
    xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) return {{}, {{"", 0, "no valid XML in it", true}}};
    walk_tree(
        root,
        [&](xmlNode* node) {
            const ItemElement* item = find_item(element_name(node));
            if (item != nullptr) item->add(node, items);
            return item == nullptr;
        },
        [](xmlNode*) {});
    return items.finish();
}

}  // namespace dateline
