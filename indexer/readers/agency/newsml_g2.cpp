// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency/newsml_g2.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "indexer/readers/agency/item_fields.h"
#include "indexer/readers/agency/nitf.h"
#include "indexer/readers/agency/story_text.h"
#include "indexer/readers/documents/xml_part.h"

namespace dateline {

namespace {

/// A thing is named by a code, an address or letters.
std::string code_of(const xmlNode* node) {
    if (node == nullptr) return "";
    for (const char* name : {"qcode", "literal", "uri"})
        if (std::string value = attribute(node, name); !value.empty()) return value;
    return "";
}

/// Its name in the item's language, else the first; "" if it has none. Some have codes of a few
/// letters among their names.
std::string name_of(const xmlNode* node, std::string_view language) {
    std::string found;
    for (xmlNode* inner = node->children; inner != nullptr; inner = inner->next) {
        if (element_name(inner) != "name") continue;
        const std::string role = ascii::lowered(attribute(inner, "role"));
        if (role.ends_with("mnemonic") || role.ends_with("short")) continue;
        const std::string spoken = attribute(inner, "lang");
        const bool own = !spoken.empty() && language.starts_with(spoken.substr(0, 2));
        if (found.empty() || own) found = line_within(inner);
        if (own) break;
    }
    return found;
}

bool has_role(const xmlNode* node, std::string_view word) {
    return ascii::lowered(attribute(node, "role")).find(word) != std::string::npos;
}

class ItemReader {
public:
    ItemReader(xmlNode* item, RawArticle& article)
        : item_(item),
          item_meta_(child_element(item, "itemMeta")),
          content_meta_(child_element(item, "contentMeta")),
          article_(article),
          fields_(article) {}

    void read() {
        article_.line = line_of_node(item_);
        article_.identity = attribute(item_, "guid");
        const xmlNode* language = child_element(content_meta_, "language");
        language_ = language == nullptr ? attribute(item_, "lang") : attribute(language, "tag");
        fields_.say("language", item_, language_);
        each(content_meta_, [&](xmlNode* node) { read_content_meta(node); });
        if (!fields_.has("title")) fields_.say_text("title", child_element(item_meta_, "title"));
        say_outlet();
        say_creator();
        for (const auto& [part, name] : days())
            if (const xmlNode* day = child_element(part, name); day != nullptr)
                fields_.say_day(day, text_within(day));
        fields_.say("guid", item_, article_.identity);
        read_content();
    }

    NewsItemKind kind() const {
        const xmlNode* status = child_element(item_meta_, "pubStatus");
        if (is_withdrawn(code_of(status))) return NewsItemKind::cancelled;
        return news_item_kind(code_of(child_element(item_meta_, "itemClass")));
    }

private:
    template <typename Visit>
    static void each(xmlNode* parent, Visit visit) {
        if (parent == nullptr) return;
        for (xmlNode* node = parent->children; node != nullptr; node = node->next)
            if (node->type == XML_ELEMENT_NODE) visit(node);
    }

    void read_content_meta(xmlNode* node) {
        const std::string_view name = element_name(node);
        if (name == "headline")
            fields_.say_once(has_role(node, "sub") ? "subheadline" : "title", node,
                             line_within(node));
        if (name == "by") fields_.say_byline(node, line_within(node));
        if (name == "slugline" || name == "keyword") fields_.say_text("tags", node);
        if (name == "subject") fields_.say_subject(node, code_of(node), name_of(node, language_));
        const bool summary = has_role(node, "summary") || has_role(node, "abstract");
        if (name == "description" && summary) fields_.say_text("summary", node);
    }

    /// The line that is printed with it goes before whom it comes from.
    void say_outlet() {
        if (const xmlNode* credit = child_element(content_meta_, "creditline"))
            fields_.say_outlet(credit, line_within(credit));
        for (const xmlNode* node :
             {child_element(item_meta_, "provider"), child_element(content_meta_, "infoSource")}) {
            if (node == nullptr) continue;
            const std::string name = name_of(node, "en");
            fields_.say_outlet(node, name.empty() ? sender() : name);
            fields_.say_outlet(node, attribute(node, "literal"));
        }
    }

    /// Of the message around it, whose header comes first; hosts say less than the item itself.
    std::string sender() const {
        const xmlNode* set = item_->parent;
        const xmlNode* node =
            set == nullptr || set->parent == nullptr ? nullptr : set->parent->children;
        constexpr int nearest = 8;
        for (int seen = 0; node != nullptr && seen < nearest; node = node->next, ++seen) {
            if (!ascii::equal_ignoring_case(element_name(node), "header")) continue;
            const xmlNode* sender = child_element(node, "sender");
            const std::string name = sender == nullptr ? "" : line_within(sender);
            return name.find('.') == name.npos ? name : "";
        }
        return "";
    }

    /// Where no byline is stated: a person's whole name. Initials and accounts are of no use, and
    /// agencies state themselves, too.
    void say_creator() {
        if (fields_.has("byline")) return;
        each(content_meta_, [&](xmlNode* node) {
            const std::string_view element = element_name(node);
            const bool author = element == "contributor" && has_role(node, "author");
            if (!author && (element != "creator" || has_role(node, "source"))) return;
            const std::string name = name_of(node, language_);
            if (name.find(' ') == name.npos || is_outlet(name)) return;
            fields_.say("byline", node, name);
        });
    }

    bool is_outlet(const std::string& name) const {
        return std::ranges::any_of(article_.fields, [&](const RawField& field) {
            return field.key == "outlet" && field.values.front() == name;
        });
    }

    /// The day on which the agency issued it; that of writing may be long before.
    std::array<std::pair<const xmlNode*, std::string_view>, 3> days() const {
        return {{{item_meta_, "versionCreated"},
                 {item_meta_, "firstCreated"},
                 {content_meta_, "contentCreated"}}};
    }

    /// What is inline in the item, in the first of the forms that have a text.
    void read_content() {
        TextBuilder builder;
        each(child_element(item_, "contentSet"), [&](xmlNode* node) {
            const std::string_view name = element_name(node);
            if ((name != "inlineXML" && name != "inlineData") || !builder.empty()) return;
            if (attribute(node, "encoding").find("base64") != std::string::npos) return;
            add_item_content(builder, node);
            if (xmlNode* nitf = first_element(node, "nitf"))
                supplement(article_, nitf_article(nitf));
        });
        builder.move_into(article_);
    }

    xmlNode* item_;
    xmlNode* item_meta_;
    xmlNode* content_meta_;
    RawArticle& article_;
    ItemFields fields_;
    std::string language_;
};

}  // namespace

void add_g2_item(xmlNode* item, NewsItems& items) {
    RawArticle article;
    ItemReader reader(item, article);
    reader.read();
    items.add(reader.kind(), std::move(article));
}

void add_g2_package(xmlNode* /*item*/, NewsItems& items) {
    items.add(NewsItemKind::package, {});
}

void add_g2_other(xmlNode* /*item*/, NewsItems& items) {
    items.add(NewsItemKind::other, {});
}

}  // namespace dateline
