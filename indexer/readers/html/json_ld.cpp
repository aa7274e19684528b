// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/json_ld.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

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
    {"creator", "creator"},
    {"datePublished", "datepublished"},
    {"dateCreated", "datecreated"},
    {"dateModified", "datemodified"},
    {"publisher", "publisher"},
    {"articleSection", "articlesection"},
    {"description", "description"},
    {"keywords", "keywords"},
    {"inLanguage", "inlanguage"},
    {"url", "url"},
});

/// How much an object says of the article: it is one, or the page that it stands on.
enum class Role { none, page, article };

Role role_of_name(std::string_view type) {
    if (type.ends_with("Article") || type.ends_with("Posting")) return Role::article;
    if (type == "Report" || type == "Recipe" || type == "Review" || type == "PodcastEpisode")
        return Role::article;
    return type.ends_with("Page") ? Role::page : Role::none;
}

Role role_of(const Json& object) {
    const auto type = object.find("@type");
    if (type == object.end()) return Role::none;
    if (type->is_string()) return role_of_name(type->get_ref<const std::string&>());
    Role best = Role::none;
    if (type->is_array())
        for (const Json& one : *type)
            if (one.is_string())
                best = std::max(best, role_of_name(one.get_ref<const std::string&>()));
    return best;
}

/// All objects of the blocks that may be meant, in order.
class Graph {
public:
    void add(const Json& value, std::uint32_t line, int depth = 0) {
        constexpr int deepest = 4;
        if (depth > deepest || objects_.size() >= most_objects) return;
        if (value.is_array()) {
            for (const Json& item : value) add(item, line, depth + 1);
        } else if (value.is_object()) {
            objects_.push_back({&value, line});
            const auto id = value.find("@id");
            if (id != value.end() && id->is_string() && value.size() > 1)
                by_id_.emplace(id->get_ref<const std::string&>(), &value);
            for (const char* inner : {"@graph", "mainEntity", "mainEntityOfPage"}) {
                const auto at = value.find(inner);
                if (at != value.end()) add(*at, line, depth + 1);
            }
        }
    }

    struct Object {
        const Json* value = nullptr;
        std::uint32_t line = 0;
    };

    const Object* first(Role role) const {
        const auto found = std::ranges::find_if(
            objects_, [&](const Object& object) { return role_of(*object.value) == role; });
        return found == objects_.end() ? nullptr : &*found;
    }

    /// What an object that is only an @id stands for; itself if nothing is known of it.
    const Json& resolved(const Json& value) const {
        if (!value.is_object()) return value;
        const auto id = value.find("@id");
        if (id == value.end() || !id->is_string() || value.contains("name")) return value;
        const auto found = by_id_.find(id->get_ref<const std::string&>());
        return found == by_id_.end() ? value : *found->second;
    }

private:
    static constexpr std::size_t most_objects = 2000;
    std::vector<Object> objects_;
    std::unordered_map<std::string, const Json*> by_id_;
};

void add_names(std::vector<RawField>& fields, std::string_view key, std::uint32_t line,
               const Json& given, const Graph& graph, int depth) {
    constexpr int deepest = 3;
    if (depth > deepest) return;
    const Json& value = graph.resolved(given);
    if (value.is_string()) {
        add_field_value(fields, key, line, decode_entities(value.get_ref<const std::string&>()));
    } else if (value.is_array()) {
        for (const Json& item : value) add_names(fields, key, line, item, graph, depth + 1);
    } else if (value.is_object()) {
        const auto name = value.find("name");
        if (name != value.end()) add_names(fields, key, line, *name, graph, depth + 1);
    }
}

/// Adds what the object says that is not known yet.
void add_properties(std::vector<RawField>& fields, const Graph::Object& object,
                    const Graph& graph) {
    for (const Property& property : properties) {
        const auto at = object.value->find(property.name);
        if (at == object.value->end() ||
            std::ranges::find(fields, property.key, &RawField::key) != fields.end())
            continue;
        add_names(fields, property.key, object.line, *at, graph, 0);
    }
}

std::string body_of(const Json& article) {
    const auto body = article.find("articleBody");
    if (body == article.end() || !body->is_string()) return "";
    TextBuilder builder;
    add_text_or_markup(builder, body->get_ref<const std::string&>());
    RawArticle text;
    builder.move_into(text);
    return text.text;
}

}  // namespace

JsonLdArticle json_ld_article(const std::vector<JsonLdBlock>& blocks) {
    JsonLdArticle found;
    std::vector<Json> values;
    values.reserve(blocks.size());  // the graph points into them
    Graph graph;
    for (const JsonLdBlock& block : blocks) {
        ParsedJson parsed = parse_json(block.json);
        if (!parsed.value) continue;
        if (!parsed.fault.empty()) found.problems.push_back({"", block.line, parsed.fault, false});
        values.push_back(std::move(*parsed.value));
        graph.add(values.back(), block.line);
    }
    const Graph::Object* article = graph.first(Role::article);
    if (article != nullptr) {
        add_properties(found.fields, *article, graph);
        found.body = body_of(*article->value);
    }
    if (const Graph::Object* page = graph.first(Role::page))
        add_properties(found.fields, *page, graph);
    return found;
}

}  // namespace dateline
