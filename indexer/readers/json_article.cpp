// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_article.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "indexer/readers/agency/ninjs.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/exported_article.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/json_text.h"
#include "indexer/readers/notes/keep_note.h"

namespace dateline {

namespace {

constexpr auto list_keys = std::to_array<std::string_view>(
    {"items", "articles", "entries", "list", "results", "docs", "documents", "posts", "stories",
     "bookmarks", "data", "hits", "rows", "news", "item"});

constexpr auto list_holders = std::to_array<std::string_view>(
    {"response", "data", "feed", "result", "channel", "hits", "item"});

// What search engines and interfaces put around the object itself.
constexpr auto wrapper_keys =
    std::to_array<std::string_view>({"_source", "attributes", "doc", "node"});

constexpr auto link_keys = std::to_array<std::string_view>(
    {"url", "link", "href", "article__url", "uri", "external_url", "weburl", "web_url"});

// Keys that the exports of programs for saved pages have: what they call created is the day of
// saving.
constexpr auto keys_of_saved = std::to_array<std::string_view>(
    {"is_archived", "is_starred", "is_read", "is_fav", "time_added", "savedat"});

constexpr auto days_of_saving =
    std::to_array<std::string_view>({"created", "created_at", "updated_at", "createdat",
                                     "updatedat", "modified", "date_added", "saved_at"});

// As bare_key has them.
// clang-format off
constexpr auto telling_keys = std::to_array<std::string_view>({
    "title", "headline", "webtitle", "subject", "titel", "titre", "titulo", "título", "标题",
    "url", "link", "weburl",
    "date", "datetime", "published", "publishedat", "datepublished", "datepublish", "publisheddate", "pubdate",
    "publishdate", "publicationdate", "webpublicationdate", "fecha", "datum", "日期",
    "author", "authors", "byline", "autor", "auteur", "作者",
    "summary", "description", "title.rendered", "fields.headline", "fields.byline"});
// clang-format on

constexpr auto identity_keys =
    std::to_array<std::string_view>({"id", "guid", "_id", "uuid", "url", "link"});

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

bool has(const auto& keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
}

void add_field(RawArticle& article, ObjectText& text, const std::string& key, const Json& value) {
    if ((key == "fields" || key == "content") && value.is_object()) {
        for (const auto& [typed, inner] : value.items()) {
            const std::string name = nested_key(key, field_key(typed));
            if (!text.offer(name, inner)) add_values(article.fields, name, inner, 1);
        }
        return;
    }
    if (text.offer(key, value)) return;
    text.offer_prose(key, value);
    add_values(article.fields, key, value, 0);
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

bool is_whole(const JsonArticle& found) {
    return found.kind == JsonKind::article && (found.is_note || is_told(found.article));
}

void add_articles(const Json& value, std::size_t depth, std::vector<JsonArticle>& found);

void add_listed(const Json& value, std::size_t depth, std::vector<JsonArticle>& found) {
    for (const auto& [typed, inner] : value.items()) {
        const std::string key = field_key(typed);
        if (inner.is_array() && names_list(key))
            for (const Json& item : inner) add_articles(item, depth + 1, found);
        if (inner.is_object() && holds_list(key)) add_articles(inner, depth + 1, found);
    }
}

/// What is wrapped in the object, or stands in it by its id where nothing else does.
void add_wrapped(const Json& value, const std::string& identity, std::vector<JsonArticle>& found) {
    const bool is_dictionary =
        std::ranges::all_of(value, [](const Json& inner) { return inner.is_object(); });
    for (const auto& [typed, inner] : value.items()) {
        const bool wraps = inner.is_object() && has(wrapper_keys, field_key(typed));
        if (!wraps && !is_dictionary) continue;
        JsonArticle other = article_of(inner);
        if (!is_whole(other)) continue;
        if (wraps && other.article.identity.empty()) other.article.identity = identity;
        found.push_back(std::move(other));
    }
}

void add_articles(const Json& value, std::size_t depth, std::vector<JsonArticle>& found) {
    constexpr std::size_t deepest_list = 3;
    if (!value.is_object() || depth > deepest_list) return;
    JsonArticle own = article_of(value);
    if (own.kind == JsonKind::article && !own.by_prose) return found.push_back(std::move(own));
    const std::size_t before = found.size();
    add_listed(value, depth, found);
    if (found.size() == before) add_wrapped(value, own.article.identity, found);
    // What stands beside a list of articles may be prose too.
    const auto own_list =
        std::ranges::subrange(found.begin() + static_cast<std::ptrdiff_t>(before), found.end());
    if (own.by_prose && std::ranges::none_of(own_list, is_whole)) found.resize(before);
    if (found.size() == before) found.push_back(std::move(own));
}

}  // namespace

bool names_list(std::string_view key) {
    return has(list_keys, field_key(key));
}

bool holds_list(std::string_view key) {
    return has(list_holders, field_key(key));
}

JsonArticle article_of(const Json& object) {
    if (std::optional<JsonArticle> own = exported_article(object)) return std::move(*own);
    if (std::optional<JsonArticle> note = keep_note(object)) return std::move(*note);
    JsonArticle result;
    RawArticle& article = result.article;
    ObjectText text;
    for (const auto& [typed, value] : object.items())
        add_field(article, text, field_key(typed), value);
    if (const std::string key = text.move_into(article); !key.empty()) {
        std::erase_if(article.fields, [&](const RawField& field) { return field.key == key; });
        result.by_prose = true;
    }
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
    return std::ranges::any_of(article.fields, [](const RawField& field) {
        return has(telling_keys, bare_key(field.key));
    });
}

std::vector<JsonArticle> articles_of(const Json& object) {
    std::vector<JsonArticle> found;
    add_articles(object, 0, found);
    return found;
}

}  // namespace dateline
