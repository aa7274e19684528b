// SPDX-License-Identifier: GPL-2.0-or-later
// Where in an article a part of a query stands: every pair of words is tried.
#include <algorithm>

#include "common/code_points.h"
#include "tests/oracle/plain_reading.h"

namespace dateline::oracle {
namespace {

void put_in_order(PlainPlaces& places) {
    std::ranges::sort(places);
    const auto doubles = std::ranges::unique(places);
    places.erase(doubles.begin(), doubles.end());
}

void keep(PlainPlaces& places, const auto& test) {
    std::erase_if(places, [&](const PlainPlace& place) { return !test(place); });
}

}  // namespace

PlainPlaces PlainReading::places(const TypedQuery& query, std::uint32_t article,
                                 const Scope& scope) const {
    const auto inner = [&](const TypedQuery& child) {
        return places(child, article, {scope.field, nullptr});
    };
    PlainPlaces found;
    switch (query.said) {
        case Said::either:
            for (const TypedQuery& child : query.children) {
                const PlainPlaces more = inner(child);
                found.insert(found.end(), more.begin(), more.end());
            }
            put_in_order(found);
            break;
        case Said::in_field:
            found = places(query.children[0], article, {query.field, nullptr});
            break;
        case Said::not_near:
            found = far_from(query, article, scope);
            break;
        case Said::at_least: {
            found = inner(query.children[0]);
            std::vector<std::pair<std::uint32_t, std::uint32_t>> firsts;
            for (const PlainPlace& place : found) firsts.emplace_back(place.text, place.first);
            const auto doubles = std::ranges::unique(firsts);
            firsts.erase(doubles.begin(), doubles.end());
            if (firsts.size() < query.number) found.clear();
            break;
        }
        default:
            found = query.children.size() == 2 ? pairs(query, article, scope)
                                               : leaf_places(query, article, scope);
    }
    if (scope.area != nullptr)
        keep(found, [&](const PlainPlace& place) { return in_area(*scope.area, article, place); });
    return found;
}

PlainPlaces PlainReading::leaf_places(const TypedQuery& leaf, std::uint32_t article,
                                      const Scope& scope) const {
    const PlacesByArticle& all = places_.at(&leaf);
    const auto found = all.find(article);
    if (found == all.end()) return {};
    PlainPlaces places = found->second;
    const std::vector<PlainText>& texts = archive_.articles()[article].texts;
    keep(places, [&](const PlainPlace& place) {
        const PlainText& text = texts[place.text];
        if (!scope.field.empty()) return text.part == part_of_field(scope.field);
        return text.free && place.last < text.room;
    });
    if (leaf.said == Said::capitals)
        keep(places, [&](const PlainPlace& place) { return in_capitals(article, place); });
    return places;
}

PlainPlaces PlainReading::pairs(const TypedQuery& query, std::uint32_t article,
                                const Scope& scope) const {
    const Scope inner{scope.field, nullptr};
    const PlainPlaces firsts = places(query.children[0], article, inner);
    const PlainPlaces seconds = places(query.children[1], article, inner);
    PlainPlaces found;
    for (const PlainPlace& a : firsts)
        for (const PlainPlace& b : seconds) {
            const bool in_order = a.last < b.first;
            const bool turned = b.last < a.first && query.said != Said::before;
            if (a.text != b.text || (!in_order && !turned)) continue;
            const PlainPlace& left = in_order ? a : b;
            const PlainPlace& right = in_order ? b : a;
            if (is_pair(query, article, left, right))
                found.push_back({left.text, left.first, right.last, left.begin, right.end});
        }
    put_in_order(found);
    return found;
}

bool PlainReading::is_pair(const TypedQuery& query, std::uint32_t article, const PlainPlace& left,
                           const PlainPlace& right) const {
    const Spot& first = spot_at(article, left.text, left.first);
    const Spot& last = spot_at(article, left.text, right.last);
    if (query.said == Said::same_sentence) return first.sentence == last.sentence;
    if (query.said == Said::same_paragraph) return first.paragraph == last.paragraph;
    return right.first - left.last <= query.number;
}

PlainPlaces PlainReading::far_from(const TypedQuery& query, std::uint32_t article,
                                   const Scope& scope) const {
    const Scope inner{scope.field, nullptr};
    PlainPlaces found = places(query.children[0], article, inner);
    const PlainPlaces others = places(query.children[1], article, inner);
    keep(found, [&](const PlainPlace& place) {
        return std::ranges::none_of(others, [&](const PlainPlace& other) {
            return other.text == place.text && other.first <= place.last + query.number &&
                   other.last + query.number >= place.first;
        });
    });
    return found;
}

bool PlainReading::in_area(const TypedQuery& area, std::uint32_t article,
                           const PlainPlace& place) const {
    const TextPart part = archive_.articles()[article].texts[place.text].part;
    if (area.said == Said::first) return part == TextPart::body && place.last < area.number;
    if (part == TextPart::title) return area.said == Said::headline_lead;
    constexpr std::uint32_t paragraphs = 2;
    return part == TextPart::body &&
           spot_at(article, place.text, place.last).paragraph <= paragraphs;
}

bool PlainReading::in_capitals(std::uint32_t article, const PlainPlace& place) const {
    const std::string& text = archive_.articles()[article].texts[place.text].text;
    for (std::size_t at = place.begin; at < place.end;) {
        const Character c = character_at(text, at);
        if (c.kind == CharClass::letter && text.substr(at, c.length) == c.accented) return false;
        at += c.length;
    }
    return true;
}

const Spot& PlainReading::spot_at(std::uint32_t article, std::uint32_t text,
                                  std::uint32_t position) const {
    const std::vector<Spot>& spots = archive_.articles()[article].texts[text].spots;
    return *std::ranges::lower_bound(spots, position, {}, &Spot::position);
}

}  // namespace dateline::oracle
