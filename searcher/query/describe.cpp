// SPDX-License-Identifier: GPL-2.0-or-later
// Trees and matchers in one line, for tests and for --explain.
#include <fmt/format.h>

#include "searcher/query/operators.h"
#include "searcher/query/tree.h"

namespace dateline {
namespace {

std::string days_text(const DateRange& days) {
    return fmt::format("{}..{}", days.first ? to_string(*days.first) : "",
                       days.last ? to_string(*days.last) : "");
}

std::string range_text(std::string_view field, const DateRange& days, std::uint64_t low,
                       std::uint64_t high) {
    if (days != DateRange{}) return fmt::format("(range {} {})", field, days_text(days));
    return fmt::format("(range {} {}..{})", field, low,
                       high == UINT64_MAX ? std::string() : std::to_string(high));
}

std::string qualified(const std::string& field, std::string_view text) {
    return field.empty() ? std::string(text) : fmt::format("{}:{}", field, text);
}

/// What only a node can be.
std::string_view name_of(NodeKind kind) {
    if (kind == NodeKind::word) return "word";
    if (kind == NodeKind::sequence) return "sequence";
    if (kind == NodeKind::negated) return "not";
    return operator_of(kind)->name;
}

std::string word_text(const Node& node) {
    switch (node.form) {
        case WordForm::stemmed:
        case WordForm::wildcard:
            return qualified(node.field, node.text);
        case WordForm::exact:
            return qualified(node.field, "=" + node.text);
        case WordForm::fuzzy:
            return fmt::format("{}~{}", qualified(node.field, node.text), node.number);
    }
    return node.text;
}

std::string quoted(const Node& node) {
    return (node.form == WordForm::exact ? "=\"" : "\"") + node.text + "\"";
}

std::string leaf_text(const Node& node) {
    if (node.kind == NodeKind::word) return word_text(node);
    if (node.kind == NodeKind::range) return range_text(node.field, node.days, node.low, node.high);
    if (node.kind == NodeKind::phrase)
        return "(phrase " + qualified(node.field, quoted(node)) + ")";
    return fmt::format("({} {})", name_of(node.kind), node.text);
}

std::string term_text(const Matcher& matcher) {
    switch (matcher.form) {
        case TermForm::stem:
            return "Z" + qualified(matcher.field, matcher.text);
        case TermForm::exact:
            return qualified(matcher.field, matcher.text);
        case TermForm::value:
            return fmt::format("{}={}", matcher.field, matcher.text);
    }
    return matcher.text;
}

}  // namespace

std::string to_string(const Node& node) {
    const std::string plus = node.required ? "+" : "";
    if (node.children.empty() && node.kind != NodeKind::sequence) return plus + leaf_text(node);
    std::string line = plus + "(" + std::string(name_of(node.kind));
    if (node.number != 0) line += " " + std::to_string(node.number);
    for (const Node& child : node.children) line += " " + to_string(child);
    return line + ")";
}

std::string to_string(const Matcher& matcher) {
    if (matcher.kind == MatcherKind::term) return term_text(matcher);
    if (matcher.kind == MatcherKind::range)
        return range_text(matcher.field, matcher.days, matcher.low, matcher.high);
    std::string line = "(" + std::string(operator_of(matcher.kind).name);
    if (matcher.number != 0) line += " " + std::to_string(matcher.number);
    if (!matcher.text.empty()) line += " " + matcher.text;
    for (const Matcher& child : matcher.children) line += " " + to_string(child);
    return line + ")";
}

std::string to_string(const Question& question) {
    std::string line;
    for (const Part& part : question.parts) {
        if (!line.empty()) line += ' ';
        line += to_string(part.matcher) + (part.optional ? "?" : "");
    }
    for (const Matcher& excluded : question.excluded) line += " -" + to_string(excluded);
    return "(all " + line + ")";
}

}  // namespace dateline
