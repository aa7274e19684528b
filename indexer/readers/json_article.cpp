// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_article.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "indexer/readers/agency/ninjs.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/html/html_text.h"
#include "indexer/readers/notes/keep_note.h"

namespace dateline {

namespace {

struct TextKey {
    std::string_view key;
    bool is_html = false;
};

// In order of trust.
constexpr auto text_keys = std::to_array<TextKey>({
    {"text"},
    {"body"},
    {"content"},
    {"article"},
    {"fulltext"},
    {"full_text"},
    {"articlebody"},
    {"article_body"},
    {"maintext"},
    {"content_text"},
    {"bodytext"},
    {"fields.bodytext"},
    {"fields.body", true},
    {"content.rendered", true},
    {"content_html", true},
    {"body_xhtml", true},
    {"body_html", true},
    {"body_text"},
    {"html", true},
});

constexpr auto list_keys =
    std::to_array<std::string_view>({"items", "articles", "entries", "list", "results", "docs",
                                     "documents", "posts", "stories", "bookmarks", "data", "item"});

constexpr auto list_holders =
    std::to_array<std::string_view>({"response", "data", "feed", "result", "channel", "item"});

constexpr auto link_keys = std::to_array<std::string_view>(
    {"url", "link", "href", "article__url", "uri", "external_url", "weburl", "web_url"});

// Keys that the exports of programs for saved pages have: what they call created is the day of
// saving.
constexpr auto keys_of_saved = std::to_array<std::string_view>(
    {"is_archived", "is_starred", "is_read", "is_fav", "time_added", "savedat"});

constexpr auto days_of_saving =
    std::to_array<std::string_view>({"created", "created_at", "updated_at", "createdat",
                                     "updatedat", "modified", "date_added", "saved_at"});

constexpr auto identity_keys =
    std::to_array<std::string_view>({"id", "guid", "_id", "uuid", "url", "link"});

const TextKey* find_text_key(std::string_view key) {
    const auto* found = std::find_if(text_keys.begin(), text_keys.end(),
                                     [&](const TextKey& row) { return row.key == key; });
    return found == text_keys.end() ? nullptr : found;
}

// JSON writes control characters as \u0000, so they come only now.
std::string clean_text(const std::string& text) {
    std::string storage;
    std::vector<Problem> ignored;
    return std::string(decode_text(text, "", storage, ignored));
}

std::string scalar_text(const Json& value) {
    if (value.is_string()) return clean_text(value.get_ref<const std::string&>());
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (value.is_number_integer() || value.is_number_float()) return value.dump();
    return "";
}

void add_values(std::vector<RawField>& fields, const std::string& key, const Json& value,
                std::size_t depth) {
    if (depth > deepest_key) return;
    if (value.is_array()) {
        for (const Json& item : value) {
            if (!item.is_object()) {
                add_values(fields, key, item, depth + 1);
                continue;
            }
            for (const auto& [inner, name] : item.items()) {
                if (names_object(field_key(inner)) && name.is_string()) {
                    add_values(fields, key, name, depth + 1);
                    break;
                }
            }
        }
    } else if (value.is_object()) {
        for (const auto& [typed, inner] : value.items()) {
            const std::string name = field_key(typed);
            const bool names = names_object(name) && !inner.is_structured();
            add_values(fields, names ? key : nested_key(key, name), inner, depth + 1);
        }
    } else {
        add_field_value(fields, key, 0, scalar_text(value));
    }
}

void set_text(RawArticle& article, const std::string& text, bool is_html) {
    TextBuilder builder;
    builder.reserve(text.size());
    if (is_html) {
        HtmlText(builder).add_markup(text, 0);
    } else {
        add_text_or_markup(builder, text);
    }
    builder.move_into(article);
}

bool has(const auto& keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
}

/// A text, or the paragraphs of a list; "" if it is none.
std::string text_of(const Json& value) {
    if (!value.is_array()) return value.is_string() ? scalar_text(value) : "";
    std::string text;
    for (const Json& paragraph : value) {
        if (!paragraph.is_string()) return "";
        text.append(text.empty() ? "" : "\n\n").append(scalar_text(paragraph));
    }
    return text;
}

/// The value of the best of the text keys, also of those within an object of the first level.
struct FoundText {
    std::string value;
    const TextKey* key = nullptr;

    /// True if it is the text of such a key, if an empty one.
    bool offer(const std::string& name, const Json& found) {
        const TextKey* row = find_text_key(name);
        if (row == nullptr) return false;
        std::string text = key == nullptr || row < key ? text_of(found) : "";
        if (!text.empty()) {
            value = std::move(text);
            key = row;
        }
        return true;
    }
};

void add_field(RawArticle& article, FoundText& text, const std::string& key, const Json& value) {
    if ((key == "fields" || key == "content") && value.is_object()) {
        for (const auto& [typed, inner] : value.items()) {
            const std::string name = nested_key(key, field_key(typed));
            if (!text.offer(name, inner)) add_values(article.fields, name, inner, 1);
        }
        return;
    }
    if (!text.offer(key, value)) add_values(article.fields, key, value, 0);
}

const RawField* find_field(const RawArticle& article, std::string_view key) {
    const auto found = std::ranges::find(article.fields, key, &RawField::key);
    return found == article.fields.end() ? nullptr : &*found;
}

void drop_day_of_saving(RawArticle& article) {
    const bool saved = std::ranges::any_of(
        article.fields, [](const RawField& field) { return has(keys_of_saved, field.key); });
    if (!saved) return;
    std::erase_if(article.fields,
                  [](const RawField& field) { return has(days_of_saving, field.key); });
}

/// The fields mean other things than elsewhere: its subjects are no titles.
JsonArticle news_item_of(const Json& object, RawArticle article) {
    JsonArticle result;
    article.fields.clear();
    set_ninjs_fields(object, article);
    result.item = ninjs_kind(object);
    if (result.item == NewsItemKind::article && article.text.empty())
        result.item = NewsItemKind::textless;
    result.kind = result.item == NewsItemKind::article ? JsonKind::article : JsonKind::news_item;
    result.article = std::move(article);
    return result;
}

void add_articles(const Json& value, std::size_t depth, std::vector<JsonArticle>& found) {
    constexpr std::size_t deepest_list = 3;
    if (!value.is_object() || depth > deepest_list) return;
    JsonArticle own = article_of(value);
    const std::size_t before = found.size();
    if (own.kind != JsonKind::article) {
        for (const auto& [typed, inner] : value.items()) {
            const std::string key = field_key(typed);
            if (inner.is_array() && names_list(key))
                for (const Json& item : inner) add_articles(item, depth + 1, found);
            if (inner.is_object() && holds_list(key)) add_articles(inner, depth + 1, found);
        }
    }
    if (found.size() == before) found.push_back(std::move(own));
}

}  // namespace

bool names_text(std::string_view key) {
    return find_text_key(field_key(key)) != nullptr;
}

bool names_list(std::string_view key) {
    return has(list_keys, field_key(key));
}

bool holds_list(std::string_view key) {
    return has(list_holders, field_key(key));
}

JsonArticle article_of(const Json& object) {
    if (std::optional<JsonArticle> note = keep_note(object)) return std::move(*note);
    JsonArticle result;
    RawArticle& article = result.article;
    FoundText text;
    for (const auto& [typed, value] : object.items())
        add_field(article, text, field_key(typed), value);
    if (text.key != nullptr) set_text(article, text.value, text.key->is_html);
    if (is_ninjs(object)) return news_item_of(object, std::move(article));
    for (const std::string_view wanted : identity_keys) {
        const RawField* found = find_field(article, wanted);
        if (found == nullptr) continue;
        article.identity = found->values.front();
        break;
    }
    const bool links = std::ranges::any_of(
        link_keys, [&](std::string_view key) { return find_field(article, key) != nullptr; });
    result.kind = !article.text.empty() ? JsonKind::article
                  : links               ? JsonKind::link
                                        : JsonKind::other;
    drop_day_of_saving(article);
    return result;
}

bool is_told(const RawArticle& article) {
    constexpr auto keys = std::to_array<std::string_view>({"title",
                                                           "headline",
                                                           "webtitle",
                                                           "subject",
                                                           "url",
                                                           "link",
                                                           "weburl",
                                                           "date",
                                                           "published",
                                                           "published_at",
                                                           "date_published",
                                                           "pubdate",
                                                           "publish_date",
                                                           "webpublicationdate",
                                                           "author",
                                                           "authors",
                                                           "byline",
                                                           "title.rendered",
                                                           "fields.headline",
                                                           "fields.byline",
                                                           "summary",
                                                           "description"});
    return std::ranges::any_of(article.fields,
                               [&](const RawField& field) { return has(keys, field.key); });
}

std::vector<JsonArticle> articles_of(const Json& object) {
    std::vector<JsonArticle> found;
    add_articles(object, 0, found);
    return found;
}

}  // namespace dateline
