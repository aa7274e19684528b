// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/json_ld.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "indexer/readers/field_tree.h"
#include "indexer/readers/html/html_text.h"
#include "indexer/readers/html/html_tree.h"
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

std::string_view text_at(const Json& object, const char* name) {
    const auto at = object.find(name);
    if (at == object.end()) return "";
    if (at->is_string()) return at->get_ref<const std::string&>();
    const auto id = at->is_object() ? at->find("@id") : at->end();
    return at->is_object() && id != at->end() && id->is_string()
               ? std::string_view(id->get_ref<const std::string&>())
               : "";
}

/// Without scheme, fragment and a slash at the end.
std::string_view bare_address(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('#'));
    if (url.ends_with('/')) url.remove_suffix(1);
    return url;
}

/// 2: it has the page's address; 1: it has one of its titles; -1: it has others.
int likeness(const Json& object, const PageClues& clues) {
    const std::string_view address = bare_address(clues.address);
    bool elsewhere = false;
    for (const char* name : {"url", "@id", "mainEntityOfPage"}) {
        const std::string_view own = text_at(object, name);
        if (address.empty() || own.empty()) continue;
        if (bare_address(own) == address) return 2;
        elsewhere = elsewhere || own.starts_with("http");
    }
    const std::string headline = one_line(decode_entities(text_at(object, "headline")));
    const bool titled =
        !headline.empty() && std::ranges::any_of(clues.titles, [&](const std::string& title) {
            return title.find(headline) != title.npos;
        });
    if (titled) return 1;
    return elsewhere && !headline.empty() && !clues.titles.empty() ? -1 : 0;
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

    /// Of those with the role, the first that is most like the page; nullptr if there is none.
    const Object* best(Role role, const PageClues& clues) const {
        const Object* best = nullptr;
        int most = -1;
        for (const Object& object : objects_) {
            if (role_of(*object.value) != role) continue;
            const int like = likeness(*object.value, clues);
            if (like <= most) continue;
            best = &object;
            most = like;
        }
        return best;
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

JsonLdArticle json_ld_article(const std::vector<JsonLdBlock>& blocks, const PageClues& clues) {
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
    const Graph::Object* article = graph.best(Role::article, clues);
    if (article != nullptr) {
        add_properties(found.fields, *article, graph);
        found.body = body_of(*article->value);
    }
    if (const Graph::Object* page = graph.best(Role::page, clues))
        add_properties(found.page_fields, *page, graph);
    return found;
}

}  // namespace dateline
