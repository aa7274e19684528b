// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/plain_reading.h"
#include "tests/oracle/letters.h"

#include <algorithm>

#include "common/code_points.h"
#include "common/fields.h"
#include "common/folding.h"
#include "tests/oracle/plain_parts.h"

namespace dateline::oracle {
namespace {

/// Without its scheme, a / at its end and what trackers put behind a ?.
std::string core_of(std::string url) {
    url = fold_value(url);
    url = url.substr(url.find("://") + 3);
    while (url.ends_with('/')) url.pop_back();
    return url;
}

bool is_address_of(const std::string& typed, const Article& article) {
    if (article.url.find("://") == std::string::npos) return false;
    const std::string url = fold_value(article.url);
    const std::string wanted = core_of(typed);
    return core_of(url) == wanted || core_of(url.substr(0, url.find('?'))) == wanted;
}

/// The host is one more name of an outlet.
bool is_host(const std::string& typed, const Article& article) {
    return !article.host.empty() &&
           fits_pattern(letters_of(fold_value(typed)), letters_of(fold_value(article.host)));
}

}  // namespace

PlainReading::PlainReading(const PlainArchive& archive, const TypedQuery& query)
    : archive_(archive), manner_(manner_of(archive, query)) {
    prepare(query, "");
    tell_parts_apart(query);
    // Without its only word a query would be none: `strike outlet:npr` never means all of NPR.
    word_required_ =
        std::ranges::any_of(required_, [](const auto* part) { return has_word(*part); });
    if (optional_.size() == 1 && !word_required_) {
        required_.push_back(optional_[0]);
        optional_.clear();
    }
}

void PlainReading::prepare(const TypedQuery& query, const std::string& field) {
    const bool words = is_leaf(query) && query.said != Said::value && query.said != Said::range &&
                       query.said != Said::known;
    if (words) places_[&query] = places_of_leaf(archive_, query, field, manner_.language);
    if (query.said == Said::word && !query.exact && field.empty() &&
        single_form(query.text).empty())
        parts_[&query] = places_of_parts(archive_, query, manner_.language);
    const std::string& inner = query.said == Said::in_field ? query.field : field;
    for (const TypedQuery& child : query.children) prepare(child, inner);
    for (const TypedQuery& child : query.excluded) prepare(child, inner);
}

/// The top level. What stands alone there must be there, a group alone is the query itself.
void PlainReading::tell_parts_apart(const TypedQuery& query) {
    for (const TypedQuery& child : query.excluded) excluded_.push_back(&child);
    const bool list = query.said == Said::sequence || query.said == Said::both;
    if (!list) {
        required_.push_back(&query);
    } else if (query.children.size() == 1 && (query.said == Said::both || query.excluded.empty())) {
        if (query.children[0].required)
            required_.push_back(&query.children[0]);
        else
            tell_parts_apart(query.children[0]);
    } else if (query.said == Said::both) {
        for (const TypedQuery& child : query.children) required_.push_back(&child);
    } else {
        for (const TypedQuery* child : kept(query, "", manner_))
            (may_be_missing(*child) ? optional_ : required_).push_back(child);
    }
}

bool PlainReading::excluded(std::uint32_t article) const {
    return std::ranges::any_of(
        excluded_, [&](const TypedQuery* part) { return holds(*part, article, Scope{}); });
}

bool PlainReading::has_all(std::uint32_t article) const {
    const auto there = [&](const TypedQuery* part) { return holds(*part, article, Scope{}); };
    return std::ranges::all_of(required_, there) && std::ranges::all_of(optional_, there) &&
           !excluded(article);
}

bool PlainReading::has_some(std::uint32_t article) const {
    const auto there = [&](const TypedQuery* part) { return holds(*part, article, Scope{}); };
    const auto some = [&](const TypedQuery* part) { return has_one_of_its_words(*part, article); };
    if (!std::ranges::all_of(required_, there) || excluded(article)) return false;
    return optional_.empty() || word_required_ || std::ranges::any_of(optional_, some);
}

/// Of a compound one of its words is enough.
bool PlainReading::has_one_of_its_words(const TypedQuery& query, std::uint32_t article) const {
    const auto compound = parts_.find(&query);
    if (compound != parts_.end()) {
        const auto found = compound->second.find(article);
        if (found != compound->second.end() &&
            std::ranges::any_of(found->second, [&](const PlainPlace& place) {
                return archive_.articles()[article].texts[place.text].free;
            }))
            return true;
    }
    return holds(query, article, Scope{});
}

bool PlainReading::holds(const TypedQuery& query, std::uint32_t article, const Scope& scope) const {
    const auto there = [&](const TypedQuery& child) { return holds(child, article, scope); };
    switch (query.said) {
        case Said::value:
            return value_holds(query, archive_.articles()[article].article);
        case Said::range:
            return in_range(query, archive_.articles()[article].article);
        case Said::known:
            return !field(query.field).get(archive_.articles()[article].article).empty();
        case Said::sequence:
            return std::ranges::all_of(kept(query, scope.field, manner_),
                                       [&](const TypedQuery* child) { return there(*child); }) &&
                   std::ranges::none_of(query.excluded, there);
        case Said::both:
            return std::ranges::all_of(query.children, there) &&
                   std::ranges::none_of(query.excluded, there);
        case Said::either:
            return std::ranges::any_of(query.children, there);
        case Said::in_field:
            return holds(query.children[0], article, {query.field, scope.area});
        case Said::first:
        case Said::lead:
        case Said::headline_lead:
            return holds(query.children[0], article, {scope.field, &query});
        case Said::address:
            return is_address_of(query.text, archive_.articles()[article].article) ||
                   leaf_holds(query, article, scope);
        case Said::word:
        case Said::phrase:
        case Said::pattern:
        case Said::fuzzy:
            return leaf_holds(query, article, scope);
        default:
            return !places(query, article, scope).empty();
    }
}

/// A bare word is found in names too, where no places are kept.
bool PlainReading::leaf_holds(const TypedQuery& leaf, std::uint32_t article,
                              const Scope& scope) const {
    if (!places(leaf, article, scope).empty()) return true;
    if (scope.field == "outlet" && is_host(leaf.text, archive_.articles()[article].article))
        return true;
    const PlacesByArticle& all = places_.at(&leaf);
    const auto found = all.find(article);
    if (found == all.end() || scope.area != nullptr || !scope.field.empty()) return false;
    return std::ranges::any_of(found->second, [&](const PlainPlace& place) {
        return place.first == place.last && archive_.articles()[article].texts[place.text].free;
    });
}

bool PlainReading::value_holds(const TypedQuery& query, const Article& article) const {
    const Field& row = field(query.field);
    const Values values = row.get(article);
    const std::u32string wanted = letters_of(fold_value(query.text));
    return std::ranges::any_of(values, [&](const std::string& value) {
        return fits_pattern(wanted, letters_of(fold_value(value)));
    });
}

bool PlainReading::in_range(const TypedQuery& query, const Article& article) const {
    if (query.field == "length") return article.words >= query.low && article.words <= query.high;
    if (!article.published) return false;
    const DateRange days = days_of(*article.published);
    return (!query.days.first || *days.last >= *query.days.first) &&
           (!query.days.last || *days.first <= *query.days.last);
}

}  // namespace dateline::oracle
