// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/json_ld.h"

#include <array>
#include <nlohmann/json.hpp>

#include "indexer/readers/field_tree.h"
#include "indexer/readers/html/html_text.h"
#include "indexer/readers/parse_json.h"

namespace dateline {

namespace {

struct Property {
    const char* name;  // schema.org's
    std::string_view key;
};

constexpr auto properties = std::to_array<Property>({
    {"headline", "headline"},
    {"alternativeHeadline", "subheadline"},
    {"author", "author"},
    {"datePublished", "datepublished"},
    {"dateModified", "datemodified"},
    {"publisher", "publisher"},
    {"articleSection", "articlesection"},
    {"description", "description"},
    {"keywords", "keywords"},
    {"inLanguage", "inlanguage"},
    {"url", "url"},
});

bool is_article_type(const Json& type) {
    if (type.is_array()) return std::any_of(type.begin(), type.end(), is_article_type);
    if (!type.is_string()) return false;
    const auto& name = type.get_ref<const std::string&>();
    return name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
}

const Json* find_article(const Json& value, int depth) {
    constexpr int deepest = 4;
    if (depth > deepest) return nullptr;
    if (value.is_array()) {
        for (const Json& item : value) {
            if (const Json* found = find_article(item, depth + 1)) return found;
        }
        return nullptr;
    }
    if (!value.is_object()) return nullptr;
    const auto type = value.find("@type");
    if (type != value.end() && is_article_type(*type)) return &value;
    for (const char* inner : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        const auto at = value.find(inner);
        if (at == value.end()) continue;
        if (const Json* found = find_article(*at, depth + 1)) return found;
    }
    return nullptr;
}

void add_names(std::vector<RawField>& fields, std::string_view key, std::uint32_t line,
               const Json& value, int depth) {
    constexpr int deepest = 3;
    if (depth > deepest) return;
    if (value.is_string()) {
        add_field_value(fields, key, line, decode_entities(value.get_ref<const std::string&>()));
    } else if (value.is_array()) {
        for (const Json& item : value) add_names(fields, key, line, item, depth + 1);
    } else if (value.is_object()) {
        const auto name = value.find("name");
        if (name != value.end()) add_names(fields, key, line, *name, depth + 1);
    }
}

}  // namespace

PageFields json_ld_fields(std::string_view json, std::uint32_t line) {
    PageFields found;
    const auto [value, fault, fault_at] = parse_json(json);
    const Json* article = value ? find_article(*value, 0) : nullptr;
    if (article == nullptr) return found;
    if (!fault.empty()) found.problems.push_back({"", line, fault, false});
    for (const Property& property : properties) {
        const auto at = article->find(property.name);
        if (at != article->end()) add_names(found.fields, property.key, line, *at, 0);
    }
    const auto body = article->find("articleBody");
    if (body != article->end() && body->is_string()) {
        found.article_body = decode_entities(body->get_ref<const std::string&>());
    }
    return found;
}

}  // namespace dateline
