// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency/newsml.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/agency/item_fields.h"
#include "indexer/readers/agency/nitf.h"
#include "indexer/readers/agency/story_text.h"
#include "indexer/readers/documents/xml_part.h"

namespace dateline {

namespace {

std::string formal_name(const xmlNode* node) {
    return node == nullptr ? "" : attribute(node, "FormalName");
}

/// What the first <NewsLines> and the data about the item say.
class ItemReader {
public:
    ItemReader(RawArticle& article, TextBuilder& text)
        : article_(article), fields_(article), text_(text) {}

    void read(xmlNode* item) {
        article_.line = line_of_node(item);
        walk_tree(
            item, [&](xmlNode* node) { return enter(node); }, [](xmlNode*) {});
        fields_.say_text("title", headline_);
        fields_.say_text("subheadline", subheadline_);
        for (const xmlNode* outlet : {credit_, provider_, source_, provider_id_}) {
            if (outlet == nullptr) continue;
            const std::string name = formal_name(outlet);
            fields_.say_outlet(outlet, name.empty() ? line_within(outlet) : name);
        }
        for (const xmlNode* day : {revised_, created_, dateline_date_})
            if (day != nullptr) fields_.say_day(day, text_within(day));
        fields_.say_once("language", item, attribute(item, "lang"));
        if (nitf_) supplement(article_, std::move(*nitf_));
    }

    /// Of the content that is none, the first.
    NewsItemKind kind() const {
        if (withdrawn_) return NewsItemKind::cancelled;
        return text_.empty() && media_ ? *media_ : NewsItemKind::article;
    }

private:
    bool enter(xmlNode* node) {
        const std::string_view name = element_name(node);
        if (name == "ContentItem") {
            read_content(node);
            return false;
        }
        for (const auto& [element, place] : first_ones())
            if (name == element && this->*place == nullptr) this->*place = node;
        if (name == "Party") read_party(node);
        if (name == "ByLine" || name == "Byline") fields_.say_byline(node, line_within(node));
        if (name == "SlugLine" || name == "KeywordLine") fields_.say_text("tags", node);
        if (name == "PublicIdentifier") article_.identity = one_line(text_within(node));
        if (name == "Status") withdrawn_ = withdrawn_ || is_withdrawn(formal_name(node));
        if (name == "Language") fields_.say_once("language", node, formal_name(node));
        if (name.starts_with("Subject")) fields_.say_subject(node, formal_name(node), "");
        if (name == "Property" && formal_name(node) == "Keyword")
            fields_.say("tags", node, attribute(node, "Value"));
        if (name == "Topic") read_topic(node);
        return true;
    }

    using Place = const xmlNode* ItemReader::*;
    struct FirstOne {
        std::string_view element;
        Place place;
    };
    static std::span<const FirstOne> first_ones() {
        static constexpr auto table = std::to_array<FirstOne>({
            {"HeadLine", &ItemReader::headline_},
            {"SubHeadLine", &ItemReader::subheadline_},
            {"CreditLine", &ItemReader::credit_},
            {"ThisRevisionCreated", &ItemReader::revised_},
            {"FirstCreated", &ItemReader::created_},
            {"DateLineDate", &ItemReader::dateline_date_},
            {"ProviderId", &ItemReader::provider_id_},
        });
        return table;
    }

    void read_party(const xmlNode* party) {
        const std::string_view role = element_name(party->parent);
        if (role == "Provider" && provider_ == nullptr) provider_ = party;
        if (role == "Source" && source_ == nullptr) source_ = party;
    }

    /// The names of a topic in several languages: the one in the item's own.
    void read_topic(xmlNode* topic) {
        const auto language = std::ranges::find(article_.fields, "language", &RawField::key);
        const std::string wanted =
            language == article_.fields.end() ? "en" : ascii::lowered(language->values.front());
        for (xmlNode* inner = topic->children; inner != nullptr; inner = inner->next) {
            const bool name =
                element_name(inner) == "Description" && attribute(inner, "Variant") == "Name";
            if (name && wanted.starts_with(attribute(inner, "lang")))
                fields_.say_text("tags", inner);
        }
    }

    /// A component's content in several formats is one text: the first.
    void read_content(xmlNode* content) {
        const xmlNode* media = child_element(content, "MediaType");
        const NewsItemKind kind = news_item_kind(formal_name(media));
        if (kind != NewsItemKind::article) {
            if (!media_) media_ = kind;
            return;
        }
        xmlNode* data = first_element(content, "DataContent");
        if (data == nullptr || content->parent == read_in_ || in_caption(content)) return;
        const std::size_t before = text_.size();
        add_item_content(text_, data);
        if (text_.size() > before) read_in_ = content->parent;
        if (xmlNode* nitf = first_element(data, "nitf"); nitf != nullptr && !nitf_)
            nitf_ = nitf_article(nitf);
    }

    /// Asked once for all that a component holds.
    bool in_caption(const xmlNode* content) {
        if (asked_ == content->parent) return caption_;
        asked_ = content->parent;
        const std::string role = ascii::lowered(formal_name(child_element(asked_, "Role")));
        caption_ = role.find("caption") != role.npos;
        return caption_;
    }

    RawArticle& article_;
    ItemFields fields_;
    TextBuilder& text_;
    const xmlNode* headline_ = nullptr;
    const xmlNode* subheadline_ = nullptr;
    const xmlNode* credit_ = nullptr;
    const xmlNode* provider_ = nullptr;
    const xmlNode* source_ = nullptr;
    const xmlNode* provider_id_ = nullptr;
    const xmlNode* revised_ = nullptr;
    const xmlNode* created_ = nullptr;
    const xmlNode* dateline_date_ = nullptr;
    const xmlNode* read_in_ = nullptr;
    const xmlNode* asked_ = nullptr;
    bool caption_ = false;
    std::optional<NewsItemKind> media_;
    std::optional<RawArticle> nitf_;
    bool withdrawn_ = false;
};

}  // namespace

void add_newsml_item(xmlNode* item, NewsItems& items) {
    RawArticle article;
    TextBuilder text;
    ItemReader reader(article, text);
    reader.read(item);
    const NewsItemKind kind = reader.kind();
    text.move_into(article);
    items.add(kind, std::move(article));
}

}  // namespace dateline
