// SPDX-License-Identifier: GPL-2.0-or-later
// Trees and matchers in one line, for tests and for --explain.
#include <fmt/format.h>

#include "searcher/query/matcher.h"
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

std::string_view name_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::word:
            return "word";
        case NodeKind::phrase:
            return "phrase";
        case NodeKind::sequence:
            return "sequence";
        case NodeKind::all:
            return "all";
        case NodeKind::any:
            return "any";
        case NodeKind::except:
            return "except";
        case NodeKind::negated:
            return "not";
        case NodeKind::near:
            return "near";
        case NodeKind::before:
            return "before";
        case NodeKind::same_sentence:
            return "same-sentence";
        case NodeKind::same_paragraph:
            return "same-paragraph";
        case NodeKind::not_near:
            return "not-near";
        case NodeKind::at_least:
            return "at-least";
        case NodeKind::first_words:
            return "first";
        case NodeKind::lead:
            return "lead";
        case NodeKind::headline_lead:
            return "headline-lead";
        case NodeKind::capitals:
            return "capitals";
        case NodeKind::range:
            return "range";
        case NodeKind::stated:
            return "stated";
    }
    return "";
}

std::string_view name_of(MatcherKind kind) {
    switch (kind) {
        case MatcherKind::term:
            return "term";
        case MatcherKind::all:
            return "all";
        case MatcherKind::any:
            return "any";
        case MatcherKind::except:
            return "except";
        case MatcherKind::phrase:
            return "phrase";
        case MatcherKind::near:
            return "near";
        case MatcherKind::before:
            return "before";
        case MatcherKind::same_sentence:
            return "same-sentence";
        case MatcherKind::same_paragraph:
            return "same-paragraph";
        case MatcherKind::not_near:
            return "not-near";
        case MatcherKind::at_least:
            return "at-least";
        case MatcherKind::first_words:
            return "first";
        case MatcherKind::lead:
            return "lead";
        case MatcherKind::headline_lead:
            return "headline-lead";
        case MatcherKind::capitals:
            return "capitals";
        case MatcherKind::accents:
            return "accents";
        case MatcherKind::range:
            return "range";
        case MatcherKind::stated:
            return "stated";
        case MatcherKind::nothing:
            return "nothing";
        case MatcherKind::everything:
            return "everything";
    }
    return "";
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
    switch (node.kind) {
        case NodeKind::word:
            return word_text(node);
        case NodeKind::range:
            return range_text(node.field, node.days, node.low, node.high);
        case NodeKind::phrase:
            return "(phrase " + qualified(node.field, quoted(node)) + ")";
        default:
            return fmt::format("({} {})", name_of(node.kind), node.text);
    }
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
    std::string line = "(" + std::string(name_of(matcher.kind));
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
