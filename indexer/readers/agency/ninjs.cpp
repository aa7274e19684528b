// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency/ninjs.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"
#include "indexer/readers/agency/item_fields.h"

namespace dateline {

namespace {

std::string text_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

struct Named {
    const char* key;
    std::string_view field;
};

constexpr auto named = std::to_array<Named>({{"headline", "title"},
                                             {"byline", "byline"},
                                             {"language", "language"},
                                             {"description_text", "summary"},
                                             {"slugline", "tags"},
                                             {"uri", "guid"},
                                             {"guid", "guid"}});

// The day of the agency's first publication, if it is said, else of the version.
constexpr auto days =
    std::to_array<const char*>({"firstpublished", "versioncreated", "firstcreated"});

constexpr auto outlets = std::to_array<const char*>({"source", "provider", "copyrightholder"});

/// The objects of a list, or the one that stands in its place.
template <typename Visit>
void each(const Json& object, const char* key, Visit visit) {
    const auto found = object.find(key);
    if (found == object.end()) return;
    if (found->is_object()) visit(*found);
    if (!found->is_array()) return;
    for (const Json& item : *found)
        if (item.is_object()) visit(item);
}

bool is_author(const Json& person) {
    const std::string role = ascii::lowered(text_of(person, "role"));
    return role.empty() || role == "author" || role == "writer" || role == "reporter";
}

}  // namespace

bool is_ninjs(const Json& object) {
    if (!object.is_object()) return false;
    const auto has = [&](const char* key) { return object.find(key) != object.end(); };
    return has("versioncreated") && (has("type") || has("pubstatus"));
}

NewsItemKind ninjs_kind(const Json& object) {
    if (is_withdrawn(text_of(object, "pubstatus"))) return NewsItemKind::cancelled;
    return news_item_kind(text_of(object, "type"));
}

void set_ninjs_fields(const Json& object, RawArticle& article) {
    ItemFields fields(article);
    for (const Named& each : named)
        if (each.field != "guid" || !fields.has("guid"))
            fields.say(each.field, nullptr, text_of(object, each.key));
    if (!fields.has("title")) fields.say("title", nullptr, text_of(object, "title"));
    if (!fields.has("byline"))
        each(object, "authors", [&](const Json& person) {
            if (is_author(person)) fields.say("byline", nullptr, text_of(person, "name"));
        });
    for (const char* day : days) fields.say_day(nullptr, text_of(object, day));
    for (const char* outlet : outlets) fields.say_outlet(nullptr, text_of(object, outlet));
    each(object, "service", [&](const Json& service) {
        fields.say_once("section", nullptr, text_of(service, "name"));
    });
    each(object, "subject", [&](const Json& subject) {
        fields.say_subject(nullptr, text_of(subject, "code"), text_of(subject, "name"));
    });
    if (const auto words = object.find("keywords"); words != object.end() && words->is_array())
        for (const Json& word : *words)
            if (word.is_string()) fields.say("tags", nullptr, word.get<std::string>());
    for (const char* key : {"uri", "guid"})
        if (article.identity.empty()) article.identity = text_of(object, key);
}

}  // namespace dateline
