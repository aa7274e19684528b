// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/in_words.h"

#include <fmt/format.h>

#include <vector>

#include "common/fields.h"

namespace dateline {
namespace {

std::string group(const Node& node);

/// The children one after the other, with that between them.
std::string joined(const Node& node, std::string_view between) {
    std::vector<std::string> parts;
    for (const Node& child : node.children) parts.push_back(group(child));
    return fmt::format("{}", fmt::join(parts, between));
}

std::string word(const Node& node) {
    switch (node.form) {
        case WordForm::stemmed:
        case WordForm::wildcard:
            return node.text;
        case WordForm::exact:
            return "exactly " + node.text;
        case WordForm::fuzzy:
            return fmt::format("{} or a word {} letter{} from it", node.text, node.number,
                               node.number == 1 ? "" : "s");
    }
    return node.text;
}

std::string range(const Node& node) {
    const Field& row = field(node.field);
    std::string text = node.field;
    if (row.is_date()) {
        if (node.days.first) text += " from " + to_string(*node.days.first);
        if (node.days.last) text += " to " + to_string(*node.days.last);
        return text;
    }
    if (node.low > 0) text += fmt::format(" from {}", node.low);
    if (node.high != UINT64_MAX) text += fmt::format(" to {}", node.high);
    return text;
}

std::string words_apart(const Node& node) {
    return fmt::format("{} word{}", node.number, node.number == 1 ? "" : "s");
}

std::string pair(const Node& node, const std::string& between) {
    return group(node.children.at(0)) + ' ' + between + ' ' + group(node.children.at(1));
}

/// Without its field.
std::string bare(const Node& node) {
    switch (node.kind) {
        case NodeKind::word:
            return word(node);
        case NodeKind::phrase:
            return fmt::format("{}\u201C{}\u201D", node.form == WordForm::exact ? "exactly " : "",
                               node.text);
        case NodeKind::sequence:
            return joined(node, ", ");
        case NodeKind::all:
            return joined(node, " and ");
        case NodeKind::any:
            return joined(node, " or ");
        case NodeKind::except:
            return joined(node, " but not ");
        case NodeKind::negated:
            return "not " + joined(node, " ");
        case NodeKind::near:
            return pair(node, "within " + words_apart(node) + " of");
        case NodeKind::before:
            return pair(node, "at most " + words_apart(node) + " before");
        case NodeKind::same_sentence:
            return pair(node, "in one sentence with");
        case NodeKind::same_paragraph:
            return pair(node, "in one paragraph with");
        case NodeKind::not_near:
            return pair(node, "not within " + words_apart(node) + " of");
        case NodeKind::at_least:
            return joined(node, " ") + (node.number == 1
                                            ? " at least once"
                                            : fmt::format(" at least {} times", node.number));
        case NodeKind::first_words:
            return joined(node, " ") + " in the first " + words_apart(node);
        case NodeKind::lead:
            return joined(node, " ") + " in the first two paragraphs";
        case NodeKind::headline_lead:
            return joined(node, " ") + " in the title or the first two paragraphs";
        case NodeKind::capitals:
            return node.text + " in capitals";
        case NodeKind::range:
            return range(node);
        case NodeKind::stated:
            return node.text + " known";
    }
    return "";
}

std::string whole(const Node& node) {
    const bool has_field = !node.field.empty() && node.kind != NodeKind::range;
    const std::string text = has_field ? node.field + ' ' + bare(node) : bare(node);
    return node.required ? text + " (required)" : text;
}

/// In parentheses where several stand together.
std::string group(const Node& node) {
    return node.children.size() > 1 ? '(' + whole(node) + ')' : whole(node);
}

}  // namespace

std::string in_words(const Node& query) {
    return whole(query);
}

}  // namespace dateline
