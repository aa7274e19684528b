// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_fields.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/ascii.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/html/json_ld.h"

namespace dateline {

namespace {

// Meta tags that say something of the article, by their beginnings; the rest is for browsers and
// robots.
constexpr auto meta_keys = std::to_array<std::string_view>({"og:title",
                                                            "og:site_name",
                                                            "og:description",
                                                            "og:url",
                                                            "og:locale",
                                                            "og:published_time",
                                                            "og:updated_time",
                                                            "article:",
                                                            "dc.",
                                                            "dc:",
                                                            "dcterms.",
                                                            "dcterms:",
                                                            "author",
                                                            "date",
                                                            "pubdate",
                                                            "publishdate",
                                                            "publish-date",
                                                            "publication_date",
                                                            "description",
                                                            "keywords",
                                                            "news_keywords",
                                                            "section",
                                                            "twitter:title",
                                                            "twitter:description",
                                                            "parsely-",
                                                            "sailthru.",
                                                            "citation_",
                                                            "language",
                                                            "content-language",
                                                            "lastmod",
                                                            "last-modified",
                                                            "application-name",
                                                            "byl",
                                                            "headline",
                                                            "datepublished",
                                                            "datemodified",
                                                            "publisher"});

bool is_url(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("//");
}

/// "Written by", "Verfasst von": a card's label of the author.
bool names_writer(std::string_view label) {
    constexpr auto words = std::to_array<std::string_view>(
        {"written",    "author",  "by",      "verfasst", "autor",    "von",      "geschrieben",
         "écrit",      "auteur",  "escrito", "scritto",  "autore",   "napisane", "door",
         "geschreven", "skriven", "skrevet", "Автор",    "Написано", "作者"});
    return std::ranges::any_of(words,
                               [&](auto word) { return ascii::starts_with_word(label, word); });
}

class FieldWalk {
public:
    bool enter(xmlNode* node) {
        const std::string_view name = element_name(node);
        if (name == "meta") {
            read_meta(node);
        } else if (name == "html") {
            add("lang", node, attribute(node, "lang"));
        } else if (name == "link") {
            if (ascii::lowered(attribute(node, "rel")) == "canonical") {
                add("canonical", node, attribute(node, "href"));
                if (address_.empty()) address_ = attribute(node, "href");
            }
        } else if (name == "title") {
            if (title_.values.empty())
                title_ = {"title", {one_line(text_within(node))}, line_of_node(node)};
        } else if (name == "script") {
            if (ascii::lowered(attribute(node, "type")) == "application/ld+json")
                read_json_ld(node);
            return false;
        }
        if (name == "h1" || name == "h2" || name == "h3") read_heading(node);
        if (foreign_item_ == nullptr) {
            read_item(node);
            if (is_foreign_item(node)) foreign_item_ = node;
        }
        return true;
    }

    void leave(const xmlNode* node) {
        if (node == foreign_item_) foreign_item_ = nullptr;
    }

    PageFields finish() {
        PageClues clues{address_, headings_};
        for (const std::string& title : title_.values) clues.titles.push_back(title);
        JsonLdArticle article = json_ld_article(blocks_, clues);
        if (card_names_author_ && !card_.key.empty()) fields_.push_back(card_);
        fields_.insert(fields_.begin(), std::make_move_iterator(article.fields.begin()),
                       std::make_move_iterator(article.fields.end()));
        const bool is_titled = titled() || !title_.values.empty();
        for (RawField& field : article.page_fields)
            if (!has({field.key}) && !(is_titled && field.key == "headline"))
                fields_.push_back(std::move(field));
        if (!titled() && !title_.values.empty() && !title_.values[0].empty())
            fields_.push_back(title_);
        return {std::move(fields_), std::move(headings_), std::move(article.body),
                std::move(article.problems)};
    }

private:
    bool titled() const {
        return has({"headline", "og:title", "dc.title", "dc:title", "twitter:title"});
    }

    bool has(std::initializer_list<std::string_view> keys) const {
        const auto known = [&](const RawField& field) {
            return std::find(keys.begin(), keys.end(), field.key) != keys.end();
        };
        return std::any_of(fields_.begin(), fields_.end(), known);
    }

    void add(std::string_view key, const xmlNode* node, const std::string& value) {
        add_field_value(fields_, key, line_of_node(node), one_line(value));
    }

    void read_meta(const xmlNode* node) {
        std::string key = ascii::lowered(attribute(node, "property"));
        if (key.empty()) key = ascii::lowered(attribute(node, "name"));
        if (key.empty()) key = ascii::lowered(attribute(node, "http-equiv"));
        const bool known =
            std::any_of(meta_keys.begin(), meta_keys.end(), [&](std::string_view row) {
                const bool group = row.back() == ':' || row.back() == '.' || row.back() == '-' ||
                                   row.back() == '_';
                return group ? key.starts_with(row) : key == row;
            });
        const std::string content = attribute(node, "content");
        read_card(key, node, content);
        // article:author is mostly a profile's address.
        if (known && !(key == "article:author" && is_url(content))) add(key, node, content);
    }

    /// Microdata of comments, people, pictures and the like: their days and authors are not the
    /// article's.
    static bool is_foreign_item(const xmlNode* node) {
        const std::string type = attribute(node, "itemtype");
        if (type.empty()) return false;
        constexpr auto own = std::to_array<std::string_view>(
            {"Article", "Posting", "Page", "Work", "Blog", "Report", "Review", "Recipe", "Book"});
        return std::ranges::none_of(own, [&](auto end) { return type.ends_with(end); });
    }

    // Microdata. What a page says of other articles on it comes later and under the same keys.
    void read_item(const xmlNode* node) {
        constexpr auto keys =
            std::to_array<std::string_view>({"headline", "datepublished", "author"});
        const std::string item = ascii::lowered(attribute(node, "itemprop"));
        if (std::find(keys.begin(), keys.end(), item) == keys.end() || has({item})) return;
        std::string value = attribute(node, "content");
        if (value.empty()) value = attribute(node, "datetime");
        if (value.empty()) value = text_within(node);
        constexpr std::size_t longest = 300;
        if (value.size() <= longest) add(item, node, value);
    }

    void read_heading(const xmlNode* node) {
        constexpr std::size_t most = 30;
        constexpr std::size_t longest = 300;
        if (headings_.size() >= most) return;
        const std::string text = one_line(text_within(node));
        if (!text.empty() && text.size() <= longest) headings_.push_back(text);
    }

    void read_json_ld(const xmlNode* node) {
        constexpr std::size_t most = 100;
        if (blocks_.size() < most) blocks_.push_back({text_within(node), line_of_node(node)});
    }

    /// Cards say who wrote it under a label of any language; the other one is the time to read it.
    void read_card(std::string_view key, const xmlNode* node, const std::string& content) {
        const bool is_label = key == "twitter:label1";
        if (is_label) card_names_author_ = names_writer(content);
        if (key == "twitter:data1") card_ = {"twitter:data1", {content}, line_of_node(node)};
    }

    std::vector<JsonLdBlock> blocks_;
    std::vector<std::string> headings_;
    std::string address_;
    RawField card_;
    bool card_names_author_ = false;
    const xmlNode* foreign_item_ = nullptr;  // that is open, the outermost
    std::vector<RawField> fields_;
    RawField title_;
};

}  // namespace

PageFields page_fields(xmlNode* page) {
    FieldWalk fields;
    walk_tree(
        page, [&](xmlNode* node) { return fields.enter(node); },
        [&](const xmlNode* node) { fields.leave(node); });
    return fields.finish();
}

}  // namespace dateline
