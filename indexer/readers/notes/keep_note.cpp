// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/notes/keep_note.h"

#include <string>

#include "indexer/readers/field_tree.h"
#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/json_text.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

namespace {

/// The text under the key; "" if there is none.
std::string text_at(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? scalar_text(*found) : "";
}

/// Calls `visit(element)` for those of the list under the key.
template <typename Visit>
void for_each_of(const Json& object, const char* key, Visit visit) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array()) return;
    for (const Json& element : *found) visit(element);
}

/// The address of the page that the note is of, if it is of one.
std::string page_of(const Json& object) {
    std::string url;
    int pages = 0;
    for_each_of(object, "annotations", [&](const Json& link) {
        url = text_at(link, "url");
        ++pages;
    });
    return pages == 1 ? url : "";
}

}  // namespace

std::optional<JsonArticle> keep_note(const Json& object) {
    const auto trashed = object.find("isTrashed");
    if (trashed == object.end() || !object.contains("userEditedTimestampUsec")) return std::nullopt;
    JsonArticle note;
    if (trashed->is_boolean() && trashed->get<bool>()) {
        note.kind = JsonKind::discarded;
        return note;
    }
    RawArticle& article = note.article;
    article.path_tells = false;  // a note without a title is called by when it was edited
    add_field_value(article.fields, "title", 0, one_line(text_at(object, "title")));
    add_field_value(article.fields, "url", 0, page_of(object));
    for_each_of(object, "labels", [&](const Json& label) {
        add_field_value(article.fields, "tags", 0, text_at(label, "name"));
    });
    std::string text = text_at(object, "textContent");
    for_each_of(object, "listContent", [&](const Json& entry) {
        text.append(text.empty() ? "" : "\n").append(text_at(entry, "text"));
    });
    TextBuilder builder;
    add_plain_text(builder, text, 0);
    builder.move_into(article);
    note.kind = article.text.empty() ? JsonKind::other : JsonKind::article;
    note.is_note = true;
    return note;
}

}  // namespace dateline
