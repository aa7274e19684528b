// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/changes_json.h"

#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/lit_text.h"

namespace dateline {
namespace {

Json json_span(Span span) {
    return Json::array({span.begin, span.end});
}

Json json_article(const ArticleVersion& article) {
    Json json;
    json["id"] = valid_utf8(article.id);
    json["title"] = valid_utf8(article.title);
    json["outlet"] = article.outlet.empty() ? Json(nullptr) : Json(valid_utf8(article.outlet));
    json["date"] = article.day.empty() ? Json(nullptr) : Json(valid_utf8(article.day));
    return json;
}

Json json_counts(const ChangeCounts& counts) {
    Json json;
    for (std::size_t kind = 0; kind < paragraph_kinds; ++kind)
        json["paragraphs"][std::string(name_of(static_cast<ParagraphKind>(kind)))] =
            counts.paragraphs[kind];
    Json& words = json["words"];
    words["first"] = counts.words_of_first;
    words["second"] = counts.words_of_second;
    words["kept"] = counts.kept;
    words["added"] = counts.added;
    words["dropped"] = counts.dropped;
    return json;
}

/// Null for what a text does not have.
Json json_values(const std::vector<ChangedValue>& values) {
    const auto side = [](const std::string& value) {
        return value.empty() ? Json(nullptr) : Json(valid_utf8(value));
    };
    Json list = Json::array();
    for (const ChangedValue& value : values) {
        Json json;
        json["first"] = side(value.first);
        json["second"] = side(value.second);
        list.push_back(std::move(json));
    }
    return list;
}

Json json_parts(const std::vector<ChangePart>& parts, std::string_view first,
                std::string_view second) {
    Json list = Json::array();
    for (const ChangePart& part : parts) {
        const bool dropped = part.kind == PartKind::dropped;
        const Span span = dropped ? part.first : part.second;
        Json json;
        json["kind"] = name_of(part.kind);
        json["text"] =
            valid_utf8((dropped ? first : second).substr(span.begin, span.end - span.begin));
        if (part.kind != PartKind::added) json["first"] = json_span(part.first);
        if (part.kind != PartKind::dropped) json["second"] = json_span(part.second);
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace

Json json_changes(const ChangesShown& shown) {
    Json json;
    json["first"] = json_article(shown.first);
    json["second"] = json_article(shown.second);
    json["counts"] = json_counts(shown.text.counts);
    json["numbers"] = json_values(shown.text.numbers);
    json["names"] = json_values(shown.text.names);
    json["title"] = json_parts(shown.title, shown.first.title, shown.second.title);
    json["paragraphs"] = Json::array();
    for (const ParagraphChange& paragraph : shown.text.paragraphs) {
        Json each;
        each["kind"] = name_of(paragraph.kind);
        if (paragraph.kind != ParagraphKind::added) each["first"] = json_span(paragraph.first);
        if (paragraph.kind != ParagraphKind::dropped) each["second"] = json_span(paragraph.second);
        each["parts"] = json_parts(paragraph.parts, shown.first.body, shown.second.body);
        json["paragraphs"].push_back(std::move(each));
    }
    return json;
}

}  // namespace dateline
