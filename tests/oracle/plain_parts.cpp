// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/plain_parts.h"

#include <algorithm>

#include "common/analysis.h"
#include "searcher/query/stop_words.h"  // the list alone
#include "tests/oracle/plain_words.h"

namespace dateline::oracle {
namespace {

bool is_too_common(const TypedQuery& query) {
    if (query.said != Said::word || query.exact || query.required) return false;
    return !is_emphatic(query.text) && is_stop_word(single_form(query.text));
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

std::vector<const TypedQuery*> kept(const TypedQuery& sequence, const std::string& field) {
    std::vector<const TypedQuery*> all;
    std::vector<const TypedQuery*> rarer;
    for (const TypedQuery& child : sequence.children) {
        all.push_back(&child);
        if (!field.empty() || !is_too_common(child)) rarer.push_back(&child);
    }
    const bool words =
        std::ranges::any_of(rarer, [](const auto* child) { return has_word(*child); });
    return words ? rarer : all;
}

}  // namespace dateline::oracle
