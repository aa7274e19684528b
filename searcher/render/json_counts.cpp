// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/json_counts.h"

#include "searcher/counts/timeline.h"
#include "searcher/render/lit_text.h"
#include "searcher/render/pile.h"

namespace dateline {
namespace {

Json json_bar(const Timeline& timeline, const TimelineBar& bar) {
    Json json;
    json["period"] = label_of(timeline, bar);
    json["first"] = to_string(bar.first);
    json["last"] = to_string(bar.last);
    json["articles"] = bar.articles;
    if (bar.of) json["of"] = *bar.of;
    if (!timeline.columns.empty()) {
        json["parts"] = bar.parts;
        if (const auto rest = others(timeline, bar, bar.parts.size())) json["others"] = *rest;
    }
    if (bar.peak) {
        json["peak"]["id"] = valid_utf8(bar.peak->id);
        if (!bar.peak->archive.empty()) json["peak"]["archive"] = valid_utf8(bar.peak->archive);
        json["peak"]["title"] = valid_utf8(bar.peak->title);
    }
    return json;
}

}  // namespace

Json json_facet(const Facet& facet) {
    Json json;
    json["field"] = valid_utf8(facet.field);
    json["counts"] = Json::array();
    for (const FacetCount& count : facet.counts) {
        Json row;
        row["value"] = valid_utf8(count.value);
        row["articles"] = count.articles;
        if (count.of) row["of"] = *count.of;
        if (count.values > 0) row["values"] = count.values;
        json["counts"].push_back(std::move(row));
    }
    json["unknown"] = facet.unknown;
    json["coarse"] = facet.coarse;
    return json;
}

Json json_timeline(const Timeline& timeline) {
    Json json;
    json["period"] = period_name(timeline.period);
    if (!timeline.columns.empty()) {
        json["field"] = valid_utf8(timeline.field);
        json["columns"] = Json::array();
        for (const std::string& column : timeline.columns)
            json["columns"].push_back(valid_utf8(column));
    }
    json["bars"] = Json::array();
    for (const TimelineBar& bar : timeline.bars) json["bars"].push_back(json_bar(timeline, bar));
    json["undated"] = timeline.undated;
    json["coarse"] = timeline.coarse;
    return json;
}

std::vector<Json> json_facet_lines(const Facet& facet) {
    std::vector<Json> lines;
    const auto add = [&](Json value, std::uint64_t articles) -> Json& {
        Json line;
        line["field"] = valid_utf8(facet.field);
        line["value"] = std::move(value);
        line["articles"] = articles;
        return lines.emplace_back(std::move(line));
    };
    for (const FacetCount& count : facet.counts) {
        Json& line = add(valid_utf8(count.value), count.articles);
        if (count.of) line["of"] = *count.of;
        if (count.values > 0) line["values"] = count.values;
    }
    if (facet.unknown + facet.coarse > 0) add(nullptr, facet.unknown + facet.coarse);
    return lines;
}

std::vector<Json> json_timeline_lines(const Timeline& timeline) {
    std::vector<Json> lines;
    for (const TimelineBar& bar : timeline.bars) {
        Json& line = lines.emplace_back(json_bar(timeline, bar));
        if (timeline.columns.empty()) continue;
        line["parts"] = Json::object();
        for (std::size_t i = 0; i < timeline.columns.size(); ++i)
            line["parts"][valid_utf8(timeline.columns[i])] = bar.parts[i];
    }
    if (timeline.undated + timeline.coarse > 0) {
        Json line;
        line["period"] = nullptr;
        line["articles"] = timeline.undated + timeline.coarse;
        lines.push_back(std::move(line));
    }
    return lines;
}

Json json_missing(const std::vector<MissingWord>& missing) {
    Json list = Json::array();
    for (const MissingWord& word : missing) {
        Json json;
        json["word"] = valid_utf8(word.word);
        if (word.articles > 0) json["articles"] = word.articles;
        json["field"] = word.field.empty() ? Json(nullptr) : Json(valid_utf8(word.field));
        json["similar"] = Json::array();
        for (const SimilarWord& similar : word.similar) {
            Json each;
            each["word"] = valid_utf8(similar.word);
            each["articles"] = similar.articles;
            json["similar"].push_back(std::move(each));
        }
        list.push_back(std::move(json));
    }
    return list;
}

Json json_without(const std::vector<LeftOut>& without) {
    Json list = Json::array();
    for (const LeftOut& left_out : without) {
        Json json;
        json["left_out"] = valid_utf8(left_out.what);
        json["articles"] = left_out.articles.number;
        json["exact"] = left_out.articles.exact;
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace dateline
