// SPDX-License-Identifier: GPL-2.0-or-later
// One object of a JSON Lines file. Every key becomes a field; the first of the text keys that has
// any text becomes the text, and the item's own id its identity.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/utf8_check.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/html/html_text.h"
#include "indexer/readers/library_message.h"
#include "indexer/readers/parse_json.h"
#include "indexer/readers/readers.h"

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
    {"content_html", true},
    {"body_html", true},
    {"html", true},
});

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

bool looks_like_html(std::string_view text) {
    constexpr auto tags = std::to_array<std::string_view>(
        {"<p>", "<p ", "</p>", "<div", "<br", "</a>", "</em>", "</strong>", "</i>", "</b>"});
    return std::any_of(tags.begin(), tags.end(),
                       [&](std::string_view tag) { return text.find(tag) != text.npos; });
}

void set_text(RawArticle& article, const std::string& text, bool is_html) {
    TextBuilder builder;
    builder.reserve(text.size());
    if (is_html || looks_like_html(text)) {
        HtmlText(builder).add_markup(text, 0);
    } else {
        add_plain_text(builder, text.find('&') == text.npos ? text : decode_entities(text), 0);
    }
    builder.move_into(article);
}

RawArticle to_article(const Json& object) {
    RawArticle article;
    const Json* text = nullptr;
    const TextKey* text_key = nullptr;
    for (const auto& [typed, value] : object.items()) {
        const std::string key = field_key(typed);
        const TextKey* row = find_text_key(key);
        if (row == nullptr) {
            add_values(article.fields, key, value, 0);
        } else if (value.is_string() && !value.get_ref<const std::string&>().empty() &&
                   (text == nullptr || row < text_key)) {
            text = &value;
            text_key = row;
        }
    }
    if (text != nullptr) set_text(article, scalar_text(*text), text_key->is_html);
    for (const std::string_view wanted : identity_keys) {
        const auto found = std::find_if(article.fields.begin(), article.fields.end(),
                                        [&](const RawField& field) { return field.key == wanted; });
        if (found == article.fields.end()) continue;
        article.identity = found->values.front();
        break;
    }
    return article;
}

/// Whether what could not be parsed up to `end` is no UTF-8.
ProblemKind kind_of_fault(std::string_view line, std::size_t end) {
    for (std::size_t at = 0; at < std::min(end, line.size());) {
        const std::size_t length = utf8_length_at(line, at);
        if (length == 0) return ProblemKind::encoding;
        at += length;
    }
    return ProblemKind::other;
}

}  // namespace

Reading read_json_line(std::string_view line) {
    const auto [value, fault, fault_at] = parse_json(line);
    if (!value)
        return {{},
                {{"", 1, fmt::format("not valid JSON ({})", library_message(fault)), true,
                  kind_of_fault(line, fault_at)}}};
    if (!value->is_object()) return {{}, {{"", 1, "not a JSON object", true}}};
    Reading reading{{to_article(*value)}, {}};
    if (!fault.empty()) reading.problems.push_back({"", 1, fault, false});
    return reading;
}

Reading read_json_lines(std::string_view text) {
    Reading all;
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        const std::string_view line = ascii::trim(take_line(text));
        if (line.empty()) continue;
        Reading one = read_json_line(line);
        for (RawArticle& article : one.articles) article.line = number;
        for (Problem& problem : one.problems) problem.line = number;
        std::move(one.articles.begin(), one.articles.end(), std::back_inserter(all.articles));
        std::move(one.problems.begin(), one.problems.end(), std::back_inserter(all.problems));
    }
    return all;
}

}  // namespace dateline
