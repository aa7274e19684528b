// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/article_line.h"

#include <nlohmann/json.hpp>

#include "common/fields.h"
#include "common/index_store.h"
#include "common/json_controls.h"
#include "indexer/readers/exported_article.h"

namespace dateline {
namespace {

Json json_value(const Field& field, const Article& article) {
    const Values values = field.get(article);
    if (field.several()) return values;
    if (const auto number = field.number_in(article)) return *number;
    return values.empty() ? Json(nullptr) : Json(values.front());
}

/// Where the article begins in its file, unless it is all of it.
void add_place(Json& json, const Article& article) {
    if (article.item_line > 0) {
        switch (article.unit) {
            case PlaceUnit::line:
                json["line"] = article.item_line;
                break;
            case PlaceUnit::page:
                json["page"] = article.item_line;
                break;
            case PlaceUnit::paragraph:
                json["paragraph"] = article.item_line;
                break;
            case PlaceUnit::item:
                break;  // its number says less than its name
        }
    }
    if (!article.item.empty()) json["item"] = article.item;
}

}  // namespace

std::string article_line(const Article& article, std::string_view root) {
    Json json;
    json[std::string(export_key)] = export_version;
    json[std::string(export_id_key)] = article.id;
    for (const Field& field : fields())
        if (field.number != 0) json[std::string(field.name)] = json_value(field, article);
    json["file"] = whole_path(root, article.path);
    add_place(json, article);
    Json& derived = json[std::string(export_derived_key)] = Json::object();
    for (const auto& [field, origin] : article.derived) derived[field] = origin;
    json[std::string(export_text_key)] = article.body;
    // Paths may be no UTF-8.
    return escape_for_terminal(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace dateline
