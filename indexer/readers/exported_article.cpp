// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exported_article.h"

#include <algorithm>
#include <string>

#include "indexer/readers/field_tree.h"

namespace dateline {

namespace {

// Keys of files come in lower case (RawField), so that no file can have it.
constexpr std::string_view mark = "EXPORTED";

/// Somebody may have edited it: control characters mean nothing in a text.
std::string without_controls(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; },
        ' ');
    return text;
}

/// Paragraphs split by one blank line, none around them.
std::string tidy_text(std::string text) {
    text = without_controls(std::move(text));
    std::string tidy;
    tidy.reserve(text.size());
    for (const char c : text) {
        const bool too_many = c == '\n' && (tidy.empty() || tidy.ends_with("\n\n"));
        if (!too_many) tidy += c;
    }
    while (tidy.ends_with('\n')) tidy.pop_back();
    return tidy;
}

std::vector<std::string> texts_of(const Json& value) {
    std::vector<std::string> texts;
    const auto add = [&](const Json& text) {
        if (!text.is_string() || texts.size() > most_field_values) return;
        texts.push_back(without_controls(text.get<std::string>()));
        if (texts.back().empty()) texts.pop_back();
    };
    if (value.is_array())
        for (const Json& text : value) add(text);
    else
        add(value);
    return texts;
}

void add_field(const std::string& key, const Json& value, RawArticle& article) {
    std::vector<std::string> texts = texts_of(value);
    if (!texts.empty() && !key.empty()) article.fields.push_back({key, std::move(texts), 0});
}

bool says_so(const Json& object) {
    const auto found = object.find(export_key);
    return found != object.end() && found->is_number_integer() && *found == export_version;
}

}  // namespace

std::optional<JsonArticle> exported_article(const Json& object) {
    if (!object.is_object() || !says_so(object)) return std::nullopt;
    JsonArticle result;
    result.kind = JsonKind::article;
    result.is_note = true;  // whatever it lacks
    RawArticle& article = result.article;
    article.fields.push_back({std::string(mark), {"1"}, 0});
    for (const auto& [key, value] : object.items()) {
        if (key == export_text_key && value.is_string()) {
            article.text = tidy_text(value.get<std::string>());
        } else if (key == export_id_key && value.is_string()) {
            article.identity = value.get<std::string>();
        } else if (key == export_derived_key && value.is_object()) {
            for (const auto& [field, origin] : value.items())
                add_field(nested_key(export_derived_key, field), origin, article);
        } else {
            add_field(key, value, article);
        }
    }
    return result;
}

bool is_exported(const RawArticle& article) {
    return !article.fields.empty() && article.fields.front().key == mark;
}

}  // namespace dateline
