// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency/rb_news.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/readers/agency/item_fields.h"
#include "indexer/readers/agency/story_text.h"
#include "indexer/readers/documents/xml_part.h"

namespace dateline {

namespace {

struct Named {
    std::string_view element;
    std::string_view key;
};

constexpr auto named = std::to_array<Named>({{"headline", "title"},
                                             {"subtitle", "subheadline"},
                                             {"strapline", "tags"},
                                             {"section", "section"},
                                             {"byLine", "byline"},
                                             {"PublishDate", "published"}});

}  // namespace

void add_rb_news(xmlNode* item, NewsItems& items) {
    RawArticle article;
    article.line = line_of_node(item);
    ItemFields fields(article);
    TextBuilder text;
    bool withdrawn = false;
    for (xmlNode* node = item->children; node != nullptr; node = node->next) {
        const std::string_view name = element_name(node);
        const auto* found = std::ranges::find(named, name, &Named::element);
        if (found != named.end()) fields.say_text(found->key, node);
        if (name == "NewsID") article.identity = text_within(node);
        if (name == "Annuleret") withdrawn = text_within(node) == "true";
        if (name == "content") add_item_content(text, node);
    }
    fields.say_outlet(item, "Ritzau");
    text.move_into(article);
    items.add(withdrawn ? NewsItemKind::cancelled : NewsItemKind::article, std::move(article));
}

}  // namespace dateline
