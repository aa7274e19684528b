// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/plain_parts.h"

#include <algorithm>

#include "common/code_points.h"
#include "common/folding.h"
#include "common/stop_words.h"  // the list alone
#include "tests/oracle/plain_words.h"

namespace dateline::oracle {
namespace {

bool is_too_common(const TypedQuery& query, bool shouted) {
    if (query.said != Said::word || query.exact || query.required) return false;
    const bool points = query.text.find('.') != std::string::npos;
    const bool name = is_emphatic(query.text) && (!shouted || points);
    return !name && is_stop_word(single_form(query.text));
}

bool has_small_letter(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (c.kind == CharClass::letter && text.substr(at, c.length) == c.accented) return true;
        at += c.length;
    }
    return false;
}

/// The index keeps no accents, so that such a word is looked for as a phrase is.
bool asks_for_accents(const TypedQuery& query) {
    return query.exact && has_accents(query.text);
}

}  // namespace

bool has_word(const TypedQuery& query) {
    switch (query.said) {
        case Said::value:
        case Said::range:
        case Said::known:
        case Said::in_field:
            return false;
        default:
            return is_leaf(query) || std::ranges::any_of(query.children, has_word);
    }
}

bool may_be_missing(const TypedQuery& query) {
    if (query.required) return false;
    switch (query.said) {
        case Said::word:
            return !asks_for_accents(query);
        case Said::pattern:
            return !query.quoted;
        case Said::fuzzy:
            return true;
        case Said::either:
            return std::ranges::all_of(query.children, may_be_missing);
        default:
            return false;
    }
}

bool is_shouted(const TypedQuery& query) {
    constexpr std::ptrdiff_t few = 4;
    const auto is_word = [](const TypedQuery& child) {
        return child.said == Said::word || child.said == Said::pattern || child.said == Said::fuzzy;
    };
    return std::ranges::count_if(query.children, is_word) >= few &&
           std::ranges::none_of(query.children, [](const TypedQuery& child) {
               return has_small_letter(child.text);
           });
}

std::vector<const TypedQuery*> kept(const TypedQuery& sequence, const std::string& field,
                                    bool shouted) {
    std::vector<const TypedQuery*> all;
    std::vector<const TypedQuery*> rarer;
    for (const TypedQuery& child : sequence.children) {
        all.push_back(&child);
        if (!field.empty() || !is_too_common(child, shouted)) rarer.push_back(&child);
    }
    const bool words =
        std::ranges::any_of(rarer, [](const auto* child) { return has_word(*child); });
    return words ? rarer : all;
}

}  // namespace dateline::oracle
