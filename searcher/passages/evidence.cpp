// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages/evidence.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "searcher/match/evaluation.h"
#include "searcher/query/operators.h"

namespace dateline {
namespace {

/// The parts of the question that are lit each for itself.
void add_units(const Matcher& matcher, std::vector<const Matcher*>& units) {
    if (matcher.kind != MatcherKind::all) {
        units.push_back(&matcher);
        return;
    }
    for (const Matcher& child : matcher.children) add_units(child, units);
}

void add_words(const Matcher& matcher, WantedWords& wanted) {
    if (matcher.kind == MatcherKind::term && matcher.form != TermForm::value) wanted.add(matcher);
    for (const Matcher& child : matcher.children) add_words(child, wanted);
}

/// What a unit is worth where sentences are chosen.
double weight_of(const Matcher& matcher) {
    const Operator& row = operator_of(matcher.kind);
    double sum = row.bonus;
    double most = 0;
    for (const Matcher& child : matcher.children) {
        const double weight = weight_of(child);
        sum += weight;
        most = std::max(most, weight);
        if (row.weight == Weighing::first) return weight;
    }
    switch (row.weight) {
        case Weighing::word:
            return 1;
        case Weighing::most:
            return most;
        case Weighing::sum:
            return sum;
        case Weighing::first:
        case Weighing::none:
            return 0;
    }
    return 0;
}

/// Collects what is lit, unit by unit.
class Collector {
public:
    void add(const Occurrences& places, const Pairs& pairs, std::uint32_t unit) {
        std::vector<bool> lit(pairs.size());  // a pair within many pairs is lit once
        Occurrences partners;
        for (const Occurrence& place : places) {
            if (place.pair == no_pair) {
                light(place, unit, PlaceKind::single);
                continue;
            }
            if (zone_of(place.first) == Zone::body && zone_of(place.last) == Zone::body)
                add_place(place, unit, PlaceKind::pair);
            partners.push_back(place);
        }
        while (!partners.empty()) {
            const Occurrence place = partners.back();
            partners.pop_back();
            if (place.pair == no_pair) {
                light(place, unit, PlaceKind::partner);
            } else if (!lit[place.pair]) {
                lit[place.pair] = true;
                partners.insert(partners.end(), pairs[place.pair].begin(), pairs[place.pair].end());
            }
        }
    }

    void add_title(const Occurrences& places, const Pairs& pairs) {
        Collector title;
        title.add(places, pairs, 0);
        auto& lit = found_.lit[0];
        const auto& more = title.found_.lit[0];
        lit.insert(lit.end(), more.begin(), more.end());
    }

    FoundEvidence finish() {
        for (std::vector<Span>& spans : found_.lit) join_spans(spans);
        const auto key = [](const EvidencePlace& place) {
            return std::tuple(place.span.begin, place.span.end, place.unit, place.kind);
        };
        std::ranges::sort(found_.places, {}, key);
        const auto rest = std::ranges::unique(found_.places);
        found_.places.erase(rest.begin(), rest.end());
        return std::move(found_);
    }

private:
    void light(const Occurrence& place, std::uint32_t unit, PlaceKind kind) {
        const Zone zone = zone_of(place.first);
        found_.lit[static_cast<std::size_t>(zone)].push_back({place.begin, place.end});
        if (zone == Zone::body) add_place(place, unit, kind);
    }

    void add_place(const Occurrence& place, std::uint32_t unit, PlaceKind kind) {
        found_.places.push_back({.span = {place.begin, place.end}, .unit = unit, .kind = kind});
    }

    FoundEvidence found_;
};

}  // namespace

void join_spans(std::vector<Span>& spans) {
    std::ranges::sort(spans, [](Span a, Span b) { return a.begin < b.begin; });
    std::size_t kept = 0;
    for (const Span& span : spans) {
        if (kept > 0 && span.begin <= spans[kept - 1].end)
            spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
        else
            spans[kept++] = span;
    }
    spans.resize(kept);
}

FoundEvidence find_places(const Question& question, const Article& article) {
    using FreeText = Evaluation::FreeText;
    WantedWords wanted;
    std::vector<const Matcher*> units;
    for (const Part& part : question.parts) {
        add_words(part.matcher, wanted);
        add_units(part.matcher, units);
    }
    const ArticleWords words = find_words(wanted, article);
    const bool title_repeats = title_repeats_body(article);
    Collector collector;
    for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
        Evaluation evaluation(article, wanted, words);
        evaluation.look_in(title_repeats ? FreeText::without_title : FreeText::with_title);
        const Outcome outcome = evaluation.evaluate(*units[unit]);
        collector.add(outcome.places, evaluation.pairs(), unit);
        if (!title_repeats || !outcome.holds) continue;
        evaluation.look_in(FreeText::title_only);
        const Outcome in_title = evaluation.evaluate(*units[unit]);
        collector.add_title(in_title.places, evaluation.pairs());
    }
    FoundEvidence found = collector.finish();
    for (const Matcher* unit : units) found.weights.push_back(weight_of(*unit));
    found.sentence_offsets = words.sentence_offsets;
    return found;
}

}  // namespace dateline
