// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/json_stories.h"

#include "searcher/render/lit_text.h"

namespace dateline {
namespace {

Json json_first(const FirstCopy& first) {
    Json json;
    json["id"] = valid_utf8(first.id);
    json["outlet"] = first.outlet.empty() ? Json(nullptr) : Json(valid_utf8(first.outlet));
    json["published"] = to_string(*first.published);
    return json;
}

}  // namespace

Json json_copies(const HitCopies& copies) {
    Json json;
    json["articles"] = copies.ids.size();
    json["outlets"] = copies.outlets;
    json["first"] = copies.first ? json_first(*copies.first) : Json(nullptr);
    json["is_first"] = copies.is_first;
    json["tied"] = copies.tied;
    json["undated"] = copies.undated;
    json["kinds"] = Json::object();
    for (const auto& [kind, articles] : copies.kinds)
        json["kinds"][std::string(name_of(kind))] = articles;
    json["ids"] = json_texts(copies.ids);
    return json;
}

Json json_copy(const CopyShare& copy) {
    Json json;
    json["kind"] = copy.first ? "first" : std::string(name_of(copy.kind));
    json["kept"] = rounded(copy.kept());
    json["own"] = rounded(copy.own());
    return json;
}

Json json_story(const StoryNote& story) {
    Json json;
    json["score"] = rounded(story.score);
    json["cosine"] = rounded(story.cosine);
    json["days"] = story.days ? Json(*story.days) : Json(nullptr);
    json["new"] = story.fresh ? Json(rounded(*story.fresh)) : Json(nullptr);
    return json;
}

Json json_coverage(const Coverage& coverage) {
    Json json;
    json["covered"] = json_texts(coverage.covered);
    json["active"] = json_texts(coverage.active);
    json["not_by"] = json_texts(coverage.not_by);
    return json;
}

Json json_said(const Said& said) {
    Json json;
    json["speaker"] = said.speaker.empty() ? Json(nullptr) : Json(valid_utf8(said.speaker));
    json["probably"] = said.probably.empty() ? Json(nullptr) : Json(valid_utf8(said.probably));
    json["named"] = said.named;
    json["first"] = said.first;
    json["in_marks"] = said.in_marks;
    json["left_out"] = said.left_out;
    if (said.others) json["others"] = *said.others;
    if (said.others) json["copies"] = said.copies;
    return json;
}

}  // namespace dateline
