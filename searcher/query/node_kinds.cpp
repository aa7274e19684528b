// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/node_kinds.h"

#include <algorithm>

#include "searcher/query/characters.h"

namespace dateline {

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

bool is_shouted(const Node& node) {
    constexpr std::ptrdiff_t few = 4;
    const auto is_word = [](const Node& child) { return child.kind == NodeKind::word; };
    const auto is_small = [](const Node& child) { return has_small_letter(child.text); };
    return std::ranges::count_if(node.children, is_word) >= few &&
           std::ranges::none_of(node.children, is_small);
}

}  // namespace dateline
