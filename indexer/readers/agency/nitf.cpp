// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency/nitf.h"

#include <array>
#include <string>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/agency/item_fields.h"
#include "indexer/readers/agency/story_text.h"
#include "indexer/readers/documents/xml_part.h"

namespace dateline {

namespace {

/// Where a value stands: within the first element of that name, or in its attribute.
struct Source {
    std::string_view element;
    const char* attribute = nullptr;
};

std::string value_at(const Source& source, xmlNode* node) {
    if (node == nullptr) return "";
    return source.attribute == nullptr ? line_within(node) : attribute(node, source.attribute);
}

constexpr auto days = std::to_array<Source>({{"date.issue", "norm"},
                                             {"date.release", "norm"},
                                             {"story.date", "norm"},
                                             {"pubdata", "date.publication"}});

constexpr auto outlets = std::to_array<Source>({{"distributor"},
                                                {"rights.owner"},
                                                {"doc.copyright", "holder"},
                                                {"doc-id", "regsrc"},
                                                {"from-src", "src-name"},
                                                {"doc.rights", "owner"}});

/// "By Ann Lee<byttl>Staff Writer</byttl>": without what she is.
std::string byline_of(xmlNode* byline) {
    std::string names;
    walk_tree(
        byline,
        [&](const xmlNode* node) {
            if (element_name(node) == "byttl") return false;
            (names += ' ') += characters(node);
            return true;
        },
        [](const xmlNode*) {});
    return one_line(names);
}

void say_subjects(xmlNode* head, ItemFields& fields) {
    if (head == nullptr) return;
    walk_tree(
        head,
        [&](xmlNode* node) {
            const std::string_view name = element_name(node);
            if (name == "tobject") {
                const std::string type = attribute(node, "tobject.type");
                if (!ascii::equal_ignoring_case(type, "news")) fields.say("section", node, type);
            } else if (name == "tobject.subject") {
                fields.say_subject(node, attribute(node, "tobject.subject.refnum"), "");
                for (const char* part : {"type", "matter", "detail"})
                    fields.say_subject(
                        node, "",
                        attribute(node, (std::string("tobject.subject.") + part).c_str()));
            } else if (name == "keyword") {
                const std::string key = attribute(node, "key");
                fields.say("tags", node, key.empty() ? line_within(node) : key);
            } else if (name == "meta" && attribute(node, "name") == "anpa-keyword") {
                fields.say("tags", node, attribute(node, "content"));
            }
            return true;
        },
        [](xmlNode*) {});
}

void say_titles(xmlNode* head, xmlNode* body_head, ItemFields& fields) {
    xmlNode* headline = first_element(body_head, "hl1");
    if (headline == nullptr) headline = first_element(body_head, "hedline");
    fields.say_text("title", headline);
    if (!fields.has("title")) fields.say_text("title", child_element(head, "title"));
    fields.say_text("subheadline", first_element(body_head, "hl2"));
    fields.say_text("summary", first_element(body_head, "abstract"));
}

void say_bylines(xmlNode* body_head, ItemFields& fields) {
    if (body_head == nullptr) return;
    walk_tree(
        body_head,
        [&](xmlNode* node) {
            if (element_name(node) != "byline") return element_name(node) != "note";
            fields.say_byline(node, byline_of(node));
            return false;
        },
        [](xmlNode*) {});
}

void set_text(xmlNode* body, RawArticle& article) {
    TextBuilder builder;
    if (xmlNode* content = child_element(body, "body.content")) add_story_text(builder, content);
    if (xmlNode* tagline = first_element(child_element(body, "body.end"), "tagline"))
        add_story_text(builder, tagline);
    builder.move_into(article);
}

}  // namespace

RawArticle nitf_article(xmlNode* nitf) {
    RawArticle article;
    article.line = line_of_node(nitf);
    ItemFields fields(article);
    xmlNode* head = child_element(nitf, "head");
    xmlNode* body = child_element(nitf, "body");
    xmlNode* body_head = child_element(body, "body.head");
    say_titles(head, body_head, fields);
    say_bylines(body_head, fields);
    const auto say_from = [&](const Source& source, auto say) {
        for (xmlNode* part : {body_head, head}) {
            xmlNode* node = first_element(part, source.element);
            if (const std::string value = value_at(source, node); !value.empty()) say(node, value);
        }
    };
    for (const Source& day : days)
        say_from(day, [&](auto* node, const auto& value) { fields.say_day(node, value); });
    for (const Source& outlet : outlets)
        say_from(outlet, [&](auto* node, const auto& value) { fields.say_outlet(node, value); });
    say_subjects(head, fields);
    for (const char* name : {"baselang", "lang"})
        fields.say_once("language", nitf, attribute(nitf, name));
    article.identity = value_at({"doc-id", "id-string"}, first_element(head, "doc-id"));
    set_text(body, article);
    return article;
}

void add_nitf(xmlNode* nitf, NewsItems& items) {
    const xmlNode* data = first_element(child_element(nitf, "head"), "docdata");
    const bool withdrawn = data != nullptr && is_withdrawn(attribute(data, "management-status"));
    items.add(withdrawn ? NewsItemKind::cancelled : NewsItemKind::article, nitf_article(nitf));
}

}  // namespace dateline
