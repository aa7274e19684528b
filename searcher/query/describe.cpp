// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/describe.h"

#include <fmt/format.h>

#include "searcher/query/operators.h"

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

/// "stem andr in fi"
std::string stem_text(const Matcher& stem) {
    constexpr std::size_t most_named = 3;
    const std::size_t languages = stem.languages.size();
    if (languages == 0) return "stem " + stem.text;
    if (languages > most_named) return fmt::format("stem {} in {} languages", stem.text, languages);
    return fmt::format("stem {} in {}", stem.text, fmt::join(stem.languages, " and "));
}

std::string term_text(const Matcher& matcher) {
    switch (matcher.form) {
        case TermForm::stem:
            return fmt::format("Z{}{}{}", matcher.text, matcher.languages.empty() ? "" : "@",
                               fmt::join(matcher.languages, ","));
        case TermForm::exact:
            return qualified(matcher.field, matcher.text);
        case TermForm::value:
            return fmt::format("{}={}", matcher.field, matcher.text);
    }
    return matcher.text;
}

constexpr std::size_t most_listed = 12;  // expansions of a wildcard that are named

class Tree {
public:
    std::vector<std::string> lines;

    void add(std::size_t depth, std::string_view text) {
        lines.push_back(std::string(2 * depth, ' ').append(text));
    }

    void matcher(const Matcher& m, std::size_t depth) {
        const std::string_view words = operator_of(m.kind).words;
        if (!words.empty())
            return group(fmt::format(fmt::runtime(words), fmt::arg("number", m.number),
                                     fmt::arg("text", m.text), fmt::arg("typed", m.typed)),
                         m, depth);
        if (m.kind == MatcherKind::any) return any(m, depth);
        if (m.kind == MatcherKind::except) return except(m, depth);
        if (m.kind == MatcherKind::phrase) return phrase(m, depth);
        if (m.kind == MatcherKind::range) return add(depth, range(m));
        if (m.kind == MatcherKind::term) return add(depth, term(m));
        add(depth, m.typed.empty() ? "nothing" : m.typed + " (no such word)");
    }

    /// A title that ends in a colon has the children below it.
    void group(std::string_view title, const Matcher& m, std::size_t depth) {
        add(depth, title);
        if (!title.ends_with(':')) return;
        for (const Matcher& child : m.children) matcher(child, depth + 1);
    }

private:
    static std::string in_field(const Matcher& m, const std::string& text) {
        return m.field.empty() ? text : fmt::format("{} in {}", text, m.field);
    }

    static std::string term(const Matcher& m) {
        const std::string typed = m.typed.empty() ? m.text : m.typed;
        switch (m.form) {
            case TermForm::stem:
                return fmt::format("{} ({})", typed, stem_text(m));
            case TermForm::exact:
                if (typed != m.text)
                    return in_field(m, fmt::format("{} (exactly {})", typed, m.text));
                return in_field(m, fmt::format("{} (exactly)", typed));
            case TermForm::value:
                return fmt::format("{} is {}", m.field, m.text);
        }
        return typed;
    }

    static bool only_terms(const Matcher& m) {
        for (const Matcher& child : m.children)
            if (child.kind != MatcherKind::term) return false;
        return true;
    }

    void any(const Matcher& m, std::size_t depth) {
        if (m.typed.empty() || !only_terms(m))
            return group(m.typed.empty() ? "any of:" : m.typed + ", any of:", m, depth);
        std::string list;
        for (std::size_t i = 0; i < m.children.size() && i < most_listed; ++i) {
            if (i > 0) list += ", ";
            const Matcher& child = m.children[i];
            list += child.form == TermForm::stem ? stem_text(child) : child.text;
        }
        if (m.children.size() > most_listed)
            list += fmt::format(" and {} more", m.children.size() - most_listed);
        add(depth, in_field(m.children.front(), fmt::format("{}, any of: {}", m.typed, list)));
    }

    void except(const Matcher& m, std::size_t depth) {
        matcher(m.children.front(), depth);
        add(depth + 1, "without:");
        for (std::size_t i = 1; i < m.children.size(); ++i) matcher(m.children[i], depth + 2);
    }

    void phrase(const Matcher& m, std::size_t depth) {
        if (!only_terms(m)) return group("phrase of:", m, depth);
        std::string words;
        for (const Matcher& child : m.children) words += " " + child.text;
        add(depth, in_field(m.children.front(), "phrase:" + words));
    }

    static std::string range(const Matcher& m) {
        if (m.days.first && m.days.last && *m.days.first == *m.days.last)
            return fmt::format("{} {}", m.field, to_string(*m.days.first));
        std::string text = m.field;
        if (m.days.first) text += " from " + to_string(*m.days.first);
        if (m.days.last) text += " until " + to_string(*m.days.last);
        if (m.low > 0) text += fmt::format(" at least {}", m.low);
        if (m.high != UINT64_MAX) text += fmt::format(" at most {}", m.high);
        return text;
    }
};

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

std::vector<std::string> describe_tree(const Question& question) {
    Tree tree;
    const bool several = question.parts.size() > 1;
    bool optional = false;
    for (const Part& part : question.parts) optional |= part.optional;
    if (several) tree.add(0, optional ? "all of these, or some of the words:" : "all of:");
    for (const Part& part : question.parts) {
        const std::size_t first = tree.lines.size();
        tree.matcher(part.matcher, several ? 1 : 0);
        if (several && optional && !part.optional) tree.lines[first] += " (required)";
    }
    if (!question.excluded.empty()) tree.add(0, "without:");
    for (const Matcher& excluded : question.excluded) tree.matcher(excluded, 1);
    if (!question.stop_words.empty()) {
        std::string list;
        for (const std::string& word : question.stop_words)
            list += (list.empty() ? "" : ", ") + word;
        tree.add(0, "left out as too common: " + list);
    }
    return tree.lines;
}

}  // namespace dateline
