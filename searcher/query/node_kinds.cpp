// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/node_kinds.h"

#include <algorithm>

#include "searcher/query/characters.h"

namespace dateline {

MatcherKind matcher_kind(NodeKind kind) {
    switch (kind) {
        case NodeKind::sequence:
        case NodeKind::all:
            return MatcherKind::all;
        case NodeKind::any:
            return MatcherKind::any;
        case NodeKind::except:
        case NodeKind::negated:
            return MatcherKind::except;
        case NodeKind::near:
            return MatcherKind::near;
        case NodeKind::before:
            return MatcherKind::before;
        case NodeKind::same_sentence:
            return MatcherKind::same_sentence;
        case NodeKind::same_paragraph:
            return MatcherKind::same_paragraph;
        case NodeKind::not_near:
            return MatcherKind::not_near;
        case NodeKind::at_least:
            return MatcherKind::at_least;
        case NodeKind::first_words:
            return MatcherKind::first_words;
        case NodeKind::lead:
            return MatcherKind::lead;
        case NodeKind::headline_lead:
            return MatcherKind::headline_lead;
        case NodeKind::capitals:
            return MatcherKind::capitals;
        case NodeKind::range:
            return MatcherKind::range;
        case NodeKind::stated:
            return MatcherKind::stated;
        case NodeKind::word:
        case NodeKind::phrase:
            return MatcherKind::term;
    }
    return MatcherKind::nothing;
}

bool may_be_missing(const Node& node) {
    if (node.required || !node.field.empty()) return false;
    if (node.kind == NodeKind::word) return true;
    return node.kind == NodeKind::any && std::ranges::all_of(node.children, may_be_missing);
}

bool is_condition(const Node& node) {
    if (node.kind == NodeKind::range || node.kind == NodeKind::stated) return true;
    if (node.kind == NodeKind::negated) return true;
    if (node.kind == NodeKind::except) return is_condition(node.children.front());
    if (!node.children.empty()) return std::ranges::all_of(node.children, is_condition);
    return !node.field.empty();
}

bool has_field(const Node& node) {
    return !node.field.empty() || std::ranges::any_of(node.children, has_field);
}

std::string_view operator_name(NodeKind kind) {
    switch (kind) {
        case NodeKind::not_near:
            return "not w/n";
        case NodeKind::at_least:
            return "atleastN()";
        case NodeKind::first_words:
            return "firstN()";
        case NodeKind::lead:
            return "lead:";
        case NodeKind::headline_lead:
            return "hlead:";
        default:
            return "caps()";
    }
}

bool is_shouted(const Node& node) {
    constexpr std::ptrdiff_t few = 4;
    const auto is_word = [](const Node& child) { return child.kind == NodeKind::word; };
    const auto is_small = [](const Node& child) { return has_small_letter(child.text); };
    return std::ranges::count_if(node.children, is_word) >= few &&
           std::ranges::none_of(node.children, is_small);
}

}  // namespace dateline
