// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/json.h"

#include <fmt/format.h>

#include <string_view>

#include "common/fields.h"
#include "common/json_controls.h"
#include "searcher/render/changes_json.h"
#include "searcher/render/json_counts.h"
#include "searcher/render/json_stories.h"
#include "searcher/render/json_values.h"
#include "searcher/render/lit_text.h"

namespace dateline {
namespace {

/// Without the shift of a passage's text: bytes of the text beside it.
Json json_spans(const std::vector<Span>& spans) {
    Json list = Json::array();
    for (const Span span : spans) list.push_back(Json::array({span.begin, span.end}));
    return list;
}

Json json_field(const Field& field, const Article& article) {
    const Values values = field.get(article);
    if (field.several()) return json_texts(values);
    if (const auto number = field.number_in(article)) return *number;
    return values.empty() ? Json(nullptr) : Json(valid_utf8(values.front()));
}

std::string_view name_of(Precision precision) {
    switch (precision) {
        case Precision::day:
            return "day";
        case Precision::month:
            return "month";
        case Precision::year:
            return "year";
    }
    return "";
}

/// Every stored field of the table, by its name in queries.
void add_fields(Json& json, const Article& article) {
    for (const Field& field : fields()) {
        if (field.number == 0) continue;
        const std::string name(field.name);
        json[name] = json_field(field, article);
        if (!field.is_date()) continue;
        const auto date = field.date_in(article);
        json[name + "_precision"] = date ? Json(name_of(date->precision)) : Json(nullptr);
    }
}

Json json_derived(const Article& article) {
    Json derived = Json::object();
    for (const auto& [field, origin] : article.derived) {
        derived[valid_utf8(field)] = valid_utf8(origin);
    }
    return derived;
}

/// `line`, `page` or `paragraph`, as the file has them; nothing within the items of a container.
void add_number(Json& json, PlaceUnit unit, std::uint32_t number) {
    if (unit == PlaceUnit::line) json["line"] = number;
    if (unit == PlaceUnit::page) json["page"] = number;
    if (unit == PlaceUnit::paragraph) json["paragraph"] = number;
}

Json json_passage(const ShownPassage& passage, PlaceUnit unit) {
    const LitText text = valid_utf8(passage.text);
    Json json;
    json["text"] = text.text;
    json["lit"] = json_spans(text.lit);
    add_number(json, unit, passage.line);
    json["begin"] = passage.span.begin;
    json["end"] = passage.span.end;
    json["cut_before"] = passage.cut_before;
    json["cut_after"] = passage.cut_after;
    if (passage.said) json["said"] = json_said(*passage.said);
    return json;
}

Json json_lit(const Hit& hit) {
    Json lit;
    lit["title"] = json_spans(valid_utf8(hit.title).lit);
    lit["outlet"] = json_spans(valid_utf8(hit.outlet).lit);
    lit["author"] = json_spans(valid_utf8(hit.authors).lit);
    if (hit.text) {
        lit["summary"] = json_spans(valid_utf8(hit.summary).lit);
        lit["text"] = json_spans(valid_utf8(*hit.text).lit);
    }
    return lit;
}

Json json_parts(const std::vector<ScorePart>& parts) {
    Json list = Json::array();
    for (const ScorePart& part : parts) {
        Json json;
        json["what"] = valid_utf8(part.what);
        json["points"] = rounded(part.points);
        list.push_back(std::move(json));
    }
    return list;
}

/// What it is to a saved search, and to the other article that it is a copy or a version of.
void add_arrival(Json& json, const Arrival& arrival) {
    json["search"] = valid_utf8(arrival.search);
    json["new"] = name_of(arrival.kind);
    if (arrival.kind == ArrivalKind::copy) json["same_text_as"] = valid_utf8(arrival.of);
    if (arrival.kind == ArrivalKind::version)
        json["version_of"] = arrival.of.empty() ? Json(nullptr) : Json(valid_utf8(arrival.of));
    json["told"] = utc_text(arrival.told);
}

Json json_part(const SearchPart& part) {
    Json json;
    json["name"] = valid_utf8(part.name);
    json["read_as"] = valid_utf8(part.read_as);
    json["articles"] = part.articles;
    json["left"] = part.left;
    json["matches"] = part.matches;
    return json;
}

Json json_hit(const Hit& hit) {
    Json json;
    json["id"] = valid_utf8(hit.article.id);
    if (!hit.article.archive.empty()) json["archive"] = valid_utf8(hit.article.archive);
    json["rank"] = hit.rank;
    json["score"] = rounded(hit.score);
    json["match"] = hit.lacking.empty() ? "all" : "some";
    if (!hit.lacking.empty()) json["lacking"] = json_texts(hit.lacking);
    add_fields(json, hit.article);
    const std::string file = valid_utf8(hit.file);
    json["file"] = file;
    json["file_exact"] = file == hit.file;
    if (!hit.machine.empty()) json["machine"] = valid_utf8(hit.machine);
    json["line"] = nullptr;
    if (!hit.passages.empty()) add_number(json, hit.article.unit, hit.passages.front().line);
    if (!hit.article.item.empty()) json["item"] = valid_utf8(hit.article.item);
    json["state"] = name_of(hit.state);
    json["derived"] = json_derived(hit.article);
    json["lit"] = json_lit(hit);
    json["passages"] = Json::array();
    for (const ShownPassage& passage : hit.passages) {
        json["passages"].push_back(json_passage(passage, hit.article.unit));
    }
    json["more_passages"] = hit.more_passages;
    if (hit.text) json["text"] = valid_utf8(hit.text->text);
    if (hit.copies) json["copies"] = json_copies(*hit.copies);
    if (hit.story) json["story"] = json_story(*hit.story);
    if (hit.copy) json["copy"] = json_copy(*hit.copy);
    if (hit.arrival) add_arrival(json, *hit.arrival);
    if (!hit.parts.empty()) json["parts"] = json_parts(hit.parts);
    return json;
}

Json json_counts(const SearchResult& result) {
    Json json;
    json["all"] = result.all_words.number;
    json["all_exact"] = result.all_words.exact;
    json["some"] = result.some_words.number;
    json["some_exact"] = result.some_words.exact;
    json["at_least"] = listed(result).number;
    if (result.texts) json["texts"] = *result.texts;
    json["offset"] = result.offset;
    json["shown"] = result.hits.size();
    json["undated_left_out"] = result.undated_left_out.number;
    json["undated_exact"] = result.undated_left_out.exact;
    json["articles"] = result.articles;
    return json;
}

Json json_archive(const ArchiveReport& report) {
    Json json;
    json["name"] = valid_utf8(report.archive.name);
    json["index"] = valid_utf8(report.archive.folder);
    json["articles"] = report.articles ? Json(*report.articles) : Json(nullptr);
    json["state"] = report.state;
    json["why"] = report.why.empty() ? Json(nullptr) : Json(valid_utf8(report.why));
    json["mend"] = report.mend.empty() ? Json(nullptr) : Json(valid_utf8(report.mend));
    return json;
}

Json json_result(const SearchResult& result) {
    Json json;
    json["schema"] = json_schema;
    json["query"] = valid_utf8(result.query);
    json["understood"] = valid_utf8(result.understood);
    if (!result.tree.empty()) json["tree"] = json_texts(result.tree);
    json["counts"] = json_counts(result);
    if (!result.archives.empty()) json["archives"] = Json::array();
    for (const ArchiveReport& report : result.archives)
        json["archives"].push_back(json_archive(report));
    json["notes"] = json_texts(result.notes);
    if (!result.facets.empty()) json["facets"] = Json::array();
    for (const Facet& facet : result.facets) json["facets"].push_back(json_facet(facet));
    if (result.timeline) json["timeline"] = json_timeline(*result.timeline);
    if (!result.missing.empty()) json["missing"] = json_missing(result.missing);
    if (!result.rare.empty()) json["rare"] = json_missing(result.rare);
    if (!result.without.empty()) json["without"] = json_without(result.without);
    if (!result.parts.empty()) json["searches"] = Json::array();
    for (const SearchPart& part : result.parts) json["searches"].push_back(json_part(part));
    if (result.coverage) json["coverage"] = json_coverage(*result.coverage);
    if (result.changes) json["changes"] = json_changes(*result.changes);
    json["hits"] = Json::array();
    for (const Hit& hit : result.hits) json["hits"].push_back(json_hit(hit));
    if (!result.related.empty()) json["related"] = Json::array();
    for (const Hit& hit : result.related) json["related"].push_back(json_hit(hit));
    return json;
}

/// Pretty, but spans and other lists of numbers stay on one line.
void write(const Json& json, std::size_t indent, std::string& out) {
    const bool is_short =
        json.is_array() && std::none_of(json.begin(), json.end(), [](const Json& v) {
            return v.is_object() || v.is_string();
        });
    if (!json.is_structured() || json.empty() || is_short) {
        out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
        return;
    }
    const std::string line_start = "\n" + std::string(indent + 2, ' ');
    out += json.is_object() ? '{' : '[';
    bool first = true;
    for (const auto& [key, value] : json.items()) {
        if (!first) out += ',';
        first = false;
        out += line_start;
        if (json.is_object()) out.append(Json(key).dump()).append(": ");
        write(value, indent + 2, out);
    }
    out.append("\n").append(indent, ' ');
    out += json.is_object() ? '}' : ']';
}

std::string compact(const Json& json) {
    return escape_for_terminal(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

void render_json_lines(const SearchResult& result, std::ostream& out) {
    if (result.timeline)
        for (const Json& line : json_timeline_lines(*result.timeline)) out << compact(line) << '\n';
    for (const Facet& facet : result.facets)
        for (const Json& line : json_facet_lines(facet)) out << compact(line) << '\n';
    for (const Hit& hit : result.hits) out << compact(json_hit(hit)) << '\n';
}

void render_json(const SearchResult& result, std::ostream& out) {
    std::string text;
    write(json_result(result), 0, text);
    out << escape_for_terminal(text) << '\n';
}

}  // namespace dateline
