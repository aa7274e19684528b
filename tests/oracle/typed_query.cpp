// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/typed_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "common/analysis.h"
#include "searcher/query/describe.h"

namespace dateline::oracle {
namespace {

/// How tightly what is typed holds together, as the grammar has it.
enum class Level { sequence, either, both, near, operand };

using Spellings = std::vector<std::string>;

struct Row {
    Level level = Level::operand;
    Spellings spellings;  ///< {} stands for the number
};

const Row& row_of(Said said) {
    static const std::map<Said, Row> rows{
        {Said::sequence, {Level::sequence, {}}},
        {Said::both, {Level::both, {"AND", "AND", "&&"}}},
        {Said::either, {Level::either, {"OR", "OR", "|", "||"}}},
        {Said::near, {Level::near, {"w/{}", "W/{}", "near{}", "NEAR/{}", "near/{}", "AROUND({})"}}},
        {Said::before, {Level::near, {"pre/{}", "PRE/{}", "adj{}", "adj/{}", "onear/{}"}}},
        {Said::same_sentence, {Level::near, {"/s", "w/s", "W/S", "/S"}}},
        {Said::same_paragraph, {Level::near, {"/p", "w/p", "W/P", "/P"}}},
        {Said::not_near, {Level::near, {"not w/{}", "NOT W/{}", "not near/{}"}}},
        {Said::at_least, {Level::operand, {"atleast{}", "ATLEAST{}", "atleast{} ", "Atleast{}"}}},
        {Said::first, {Level::operand, {"first{}", "FIRST{}", "first{} "}}},
        {Said::lead, {Level::operand, {"lead:", "lead:", "LEAD", "lead"}}},
        {Said::headline_lead, {Level::operand, {"hlead:", "hlead:", "HLEAD", "hlead"}}},
    };
    static const Row leaf;
    const auto row = rows.find(said);
    return row == rows.end() ? leaf : row->second;
}

std::string spelling(const TypedQuery& query) {
    const Spellings& all = row_of(query.said).spellings;
    return fmt::format(fmt::runtime(all[query.style % all.size()]), query.number);
}

struct Quotes {
    const char* open;
    const char* close;
};
constexpr auto quotes = std::to_array<Quotes>(
    {{"\"", "\""}, {"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"「", "」"}, {"”", "\""}});

std::string in_quotes(const std::string& text, unsigned style) {
    const Quotes& pair = quotes[style % quotes.size()];
    return pair.open + text + pair.close;
}

std::string in_parentheses(const std::string& text, unsigned style) {
    return style % 11 == 10 ? "（" + text + "）" : "(" + text + ")";
}

std::vector<std::string> forms(const std::string& text) {
    Tokenizer tokenizer;
    std::vector<std::string> result;
    for (const Token& token : tokenizer.tokens(text)) result.emplace_back(token.form);
    return result;
}

/// Punctuation behind a word means nothing, nor does the form of its apostrophe or hyphen.
std::string decorated(const TypedQuery& word) {
    constexpr auto marks = std::to_array<const char*>({"", "", "", "", "", ",", ".", "!", ";"});
    const std::string with_mark = word.text + marks[word.style % marks.size()];
    std::string text = forms(with_mark) == forms(word.text) ? with_mark : word.text;
    if (word.style % 5 == 4)
        for (std::size_t at = text.find('\''); at != text.npos; at = text.find('\''))
            text.replace(at, 1, "’");
    const std::size_t hyphen = text.find('-');
    const auto is_digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (word.style % 7 == 6 && hyphen != text.npos && hyphen > 0 && hyphen + 1 < text.size() &&
        !is_digit(hyphen - 1) && !is_digit(hyphen + 1))
        text.replace(hyphen, 1, word.style % 2 == 0 ? "–" : "\u2011");
    return text;
}

/// Punctuation behind a pattern or a ~ means nothing either.
std::string with_mark(const std::string& text, unsigned style) {
    constexpr auto marks = std::to_array<const char*>({"", "", "", "", "", "", ",", ".", ";"});
    return text + marks[style % marks.size()];
}

std::string typed_at(const TypedQuery& query, Level level);

std::string field_sign(const TypedQuery& query) {
    const bool capitals = query.style % 13 == 12;
    std::string name = query.field;
    if (query.style % 3 == 2 && name == "title") name = "headline";
    if (query.style % 3 == 2 && name == "author") name = "byline";
    if (query.style % 3 == 2 && name == "outlet") name = "source";
    if (query.style % 3 == 2 && name == "language") name = "lang";
    if (capitals)
        for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
    return name + ":";
}

/// Nexis's HEADLINE(a) and BYLINE(a), but not AUTHOR(S).
bool is_call(const TypedQuery& query) {
    return query.style % 4 == 3 && (query.field == "title" || query.field == "author") &&
           (!is_leaf(query.children[0]) || query.children[0].text.size() > 2);
}

/// Behind a sign that takes one operand: as it is, or in parentheses.
std::string operand_of(const std::string& sign, const TypedQuery& child) {
    const bool in_group = !sign.ends_with(':') || !is_leaf(child);
    return sign + (in_group ? in_parentheses(typed_at(child, Level::sequence), 0)
                            : typed_at(child, Level::operand));
}

std::string joined(const TypedQuery& query, const std::string& between, Level level) {
    std::string text;
    for (const TypedQuery& child : query.children)
        text += (text.empty() ? "" : between) + typed_at(child, level);
    return text;
}

/// As copied from a text; only a plain - means "without".
bool begins_with_dash(const TypedQuery& query) {
    return query.said == Said::word && !query.exact && !query.required && query.style % 19 == 18;
}

std::string typed_sequence(const TypedQuery& query) {
    static constexpr auto blanks = std::to_array<const char*>(
        {" ", " ", " ", " ", " ", "  ", "\t", "\u00A0", " - ", " — ", " & ", " … "});
    const std::string blank = blanks[query.style % blanks.size()];
    std::string text;
    for (const TypedQuery& child : query.children) {
        // Of two AND with NOT side by side the group says what is left out of what.
        const bool closed = child.said == Said::both && !child.excluded.empty();
        text += text.empty() ? "" : blank;
        text += begins_with_dash(child) ? "–" : "";
        text += typed_at(child, closed ? Level::near : Level::either);
    }
    for (const TypedQuery& child : query.excluded) {
        const bool behind_or =
            !query.children.empty() && query.children.back().said == Said::either;
        const bool one = query.children.size() < 2;
        const bool as_word = !behind_or && !one && child.style % 3 == 2;
        text += (text.empty() ? "" : blank) + (as_word ? "NOT " : "-");
        text += typed_at(child, as_word || child.style % 5 == 1 ? Level::near : Level::operand);
    }
    return text;
}

std::string typed_both(const TypedQuery& query) {
    std::string text = joined(query, " " + spelling(query) + " ", Level::near);
    for (const TypedQuery& child : query.excluded) {
        static constexpr auto signs = std::to_array<const char*>({"NOT ", "AND NOT ", "AND -"});
        static constexpr auto first = std::to_array<const char*>({"NOT ", "-"});
        text += text.empty() ? first[child.style % first.size()]
                             : std::string(" ") + signs[child.style % signs.size()];
        text += typed_at(child, Level::near);
    }
    return text;
}

std::string typed_pair(const TypedQuery& query) {
    return typed_at(query.children[0], Level::near) + " " + spelling(query) + " " +
           typed_at(query.children[1], Level::operand);
}

std::string typed_capitals(const TypedQuery& query) {
    static constexpr auto names = std::to_array<const char*>({"caps", "CAPS", "ALLCAPS"});
    const std::string text = query.style % 4 == 3 ? in_quotes(query.text, query.style) : query.text;
    return names[query.style % names.size()] + in_parentheses(text, 0);
}

/// caps(US OR UK)
bool is_capitals_of_several(const TypedQuery& query) {
    return query.style % 2 == 1 && std::ranges::all_of(query.children, [](const TypedQuery& child) {
               return child.said == Said::capitals;
           });
}

std::string typed_either(const TypedQuery& query) {
    if (!is_capitals_of_several(query))
        return joined(query, " " + spelling(query) + " ", Level::both);
    std::string text;
    for (const TypedQuery& child : query.children)
        text += (text.empty() ? "" : " OR ") +
                (child.text.find(' ') == child.text.npos ? child.text : in_quotes(child.text, 0));
    return "caps(" + text + ")";
}

/// Under which nothing else stands.
std::string typed_leaf(const TypedQuery& query) {
    const std::string equals = query.exact ? "=" : "";
    switch (query.said) {
        case Said::word:
            return equals + decorated(query);
        case Said::phrase:
            return equals + in_quotes(query.text, query.style);
        case Said::pattern:
            return query.quoted ? in_quotes(query.text, query.style)
                                : with_mark(query.text, query.style);
        case Said::address:
            return query.text;
        case Said::fuzzy:
            return with_mark(
                query.text + "~" + (query.number == 0 ? "" : std::to_string(query.number)),
                query.style);
        case Said::capitals:
            return typed_capitals(query);
        case Said::value:
        case Said::range:
            return field_sign(query) + equals +
                   (query.quoted ? in_quotes(query.text, query.style) : query.text);
        case Said::known:
            return query.quoted ? query.field + ":*" : "has:" + query.field;
        default:
            return "";
    }
}

std::string typed_in_field(const TypedQuery& query) {
    const std::string call = query.field == "title" ? "HEADLINE" : "BYLINE";
    return operand_of(is_call(query) ? call : field_sign(query), query.children[0]);
}

std::string typed_plain(const TypedQuery& query) {
    if (query.said == Said::sequence) return typed_sequence(query);
    if (query.said == Said::both) return typed_both(query);
    if (query.said == Said::either) return typed_either(query);
    if (query.said == Said::in_field) return typed_in_field(query);
    const Row& row = row_of(query.said);
    if (row.level == Level::near) return typed_pair(query);
    if (!row.spellings.empty()) return operand_of(spelling(query), query.children[0]);
    return typed_leaf(query);
}

std::string typed_at(const TypedQuery& query, Level level) {
    const std::string text = typed_plain(query);
    const bool signed_group = query.required && row_of(query.said).level != Level::operand;
    const bool needed = row_of(query.said).level < level || signed_group;
    const bool for_fun = query.style % 17 == 16;
    const std::string plus = query.required ? "+" : "";
    return plus + (needed || for_fun ? in_parentheses(text, query.style) : text);
}

}  // namespace

std::vector<TypedQuery> list_of(TypedQuery first, TypedQuery second) {
    std::vector<TypedQuery> both;
    both.push_back(std::move(first));
    both.push_back(std::move(second));
    return both;
}

std::vector<TypedQuery> list_of(TypedQuery only) {
    std::vector<TypedQuery> one;
    one.push_back(std::move(only));
    return one;
}

bool is_leaf(const TypedQuery& query) {
    return query.children.empty() && query.excluded.empty() && query.said != Said::sequence &&
           query.said != Said::both;
}

TypedQuery simplified(TypedQuery query) {
    for (TypedQuery& child : query.children) child = simplified(std::move(child));
    for (TypedQuery& child : query.excluded) child = simplified(std::move(child));
    const bool list =
        query.said == Said::sequence || query.said == Said::both || query.said == Said::either;
    if (!list || query.children.size() != 1 || !query.excluded.empty()) return query;
    TypedQuery only = std::move(query.children[0]);
    only.required |= query.required;
    return only;
}

std::string typed(const TypedQuery& query) {
    return typed_at(query, Level::sequence);
}

}  // namespace dateline::oracle
