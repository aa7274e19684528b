// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/operands.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "common/ascii.h"
#include "common/code_points.h"
#include "searcher/query/characters.h"
#include "searcher/query/date_filter.h"
#include "searcher/query/query_error.h"

namespace dateline {
namespace {

constexpr std::uint32_t most_edits = 2;
constexpr std::size_t short_word = 5;  // letters; a ~ without a number allows one edit in these

Error at(const LeafPlace& place, const Lexeme& lexeme, const std::string& what, std::string hint) {
    return query_error(place.query, lexeme.span.begin, what, std::move(hint));
}

Node leaf(NodeKind kind, const Lexeme& lexeme, const LeafPlace& place) {
    Node node;
    node.kind = kind;
    node.span = lexeme.span;
    if (place.field != nullptr) node.field = place.field->name;
    if (place.exact && kind != NodeKind::range) node.form = WordForm::exact;
    return node;
}

/// Takes word~, word~1 and word~2 apart. What stands behind = is meant as it is.
void take_edits(std::string_view text, Node& node, const Lexeme& word, const LeafPlace& place) {
    const std::size_t tilde = text.rfind('~');
    if (tilde == std::string_view::npos || count_letters(text.substr(0, tilde)) == 0) return;
    if (place.exact && place.field != nullptr) return;
    const std::string_view digits = text.substr(tilde + 1);
    if (digits.find_first_not_of("0123456789.") != std::string_view::npos) return;
    std::uint32_t edits = count_letters(text.substr(0, tilde)) <= short_word ? 1 : 2;
    if (!digits.empty()) {
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), edits);
        if (error != std::errc() || end != digits.data() + digits.size() || edits < 1 ||
            edits > most_edits)
            throw at(place, word, "a word may differ by 1 or 2 letters",
                     "type " + shown(text.substr(0, tilde)) + "~1 or " +
                         shown(text.substr(0, tilde)) + "~2");
    }
    if (place.exact)
        throw at(place, word, "'=' asks for this form alone, '~' for similar words",
                 "leave one of the two signs out");
    node.form = WordForm::fuzzy;
    node.number = edits;
    node.text = text.substr(0, tilde);
}

struct Comparison {
    std::string_view sign;
    bool above;     ///< the values above the one named
    bool included;  ///< and that one itself
};
constexpr std::array comparisons{
    Comparison{">=", true, true},
    Comparison{"<=", false, true},
    Comparison{">", true, false},
    Comparison{"<", false, false},
};

const Comparison* comparison_in(std::string_view text) {
    const auto row = std::ranges::find_if(
        comparisons, [&](const Comparison& c) { return text.starts_with(c.sign); });
    return row == comparisons.end() ? nullptr : &*row;
}

/// The day after or before; Error where the calendar ends, since no bound would mean all days.
Day beside(const Day& day, const Comparison& comparison) {
    const Day next(std::chrono::sys_days(day) + std::chrono::days(comparison.above ? 1 : -1));
    if (const auto made =
            make_day(static_cast<int>(next.year()), static_cast<unsigned>(next.month()),
                     static_cast<unsigned>(next.day())))
        return *made;
    throw Error(
        "no day is " + std::string(comparison.above ? "after " : "before ") + to_string(day),
        "dates go from 0001-01-01 to 9999-12-31");
}

/// One date with a sign before it, which means the same days as --since and --until do.
DateRange compared(std::string_view text, const Comparison& comparison, const LeafPlace& place) {
    const std::string name = std::string(place.field->name) + ":" + std::string(comparison.sign);
    const bool at_its_end = comparison.above != comparison.included;
    const Day day =
        at_its_end ? parse_until(text, place.today, name) : parse_since(text, place.today, name);
    const Day bound = comparison.included ? day : beside(day, comparison);
    DateRange days;
    (comparison.above ? days.first : days.last) = bound;
    return days;
}

DateRange read_days(std::string_view text, const Lexeme& lexeme, const LeafPlace& place) {
    const Comparison* comparison = comparison_in(text);
    try {
        if (comparison != nullptr)
            return compared(text.substr(comparison->sign.size()), *comparison, place);
        return parse_date_filter(text, place.today, std::string(place.field->name) + ":");
    } catch (const Error& error) {
        throw at(place, lexeme, error.what(), error.hint());
    }
}

std::optional<std::uint64_t> read_number(std::string_view text) {
    std::string digits;
    for (const char c : ascii::trim(text))
        if (c != ',') digits += c;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

/// "800", ">800", "<=800", "100..800", "100..", "..800" -> both ends, included.
std::optional<std::pair<std::uint64_t, std::uint64_t>> read_numbers(std::string_view text) {
    std::uint64_t low = 0;
    std::uint64_t high = UINT64_MAX;
    if (const Comparison* comparison = comparison_in(text)) {
        const auto number = read_number(text.substr(comparison->sign.size()));
        if (!number) return std::nullopt;
        if (!comparison->included && *number == (comparison->above ? UINT64_MAX : 0))
            return std::nullopt;
        if (comparison->above) low = comparison->included ? *number : *number + 1;
        if (!comparison->above) high = comparison->included ? *number : *number - 1;
        return std::pair(low, high);
    }
    const std::size_t dots = text.find("..");
    const std::string_view from = text.substr(0, dots);
    const std::string_view to = dots == std::string_view::npos ? from : text.substr(dots + 2);
    if (ascii::trim(from).empty() && ascii::trim(to).empty()) return std::nullopt;
    if (!ascii::trim(from).empty()) {
        const auto number = read_number(from);
        if (!number) return std::nullopt;
        low = *number;
    }
    if (!ascii::trim(to).empty()) {
        const auto number = read_number(to);
        if (!number) return std::nullopt;
        high = *number;
    }
    if (low > high) return std::nullopt;
    return std::pair(low, high);
}

/// Lucene's date:[2021 TO 2023].
void check_brackets(std::string_view text, const Lexeme& lexeme, const LeafPlace& place) {
    if (!text.starts_with('[') && !text.starts_with('{')) return;
    const std::string name = std::string(place.field->name) + ":";
    throw at(place, lexeme, "a range has no brackets here",
             "type " + name + "A..B, " + name + "A.., " + name + "..B or " + name + ">A");
}

Node range_leaf(const Lexeme& lexeme, const LeafPlace& place) {
    Node node = leaf(NodeKind::range, lexeme, place);
    const std::string_view text = ascii::trim(lexeme.text);
    check_brackets(text, lexeme, place);
    if (place.field->is_date()) {
        node.days = read_days(text, lexeme, place);
        return node;
    }
    const auto numbers = read_numbers(text);
    const std::string name(place.field->name);
    if (!numbers)
        throw at(place, lexeme, "'" + shown(text) + "' is no range of numbers",
                 "type for example " + name + ":>800, " + name + ":<=300 or " + name + ":100..800");
    node.low = numbers->first;
    node.high = numbers->second;
    return node;
}

std::string searchable_fields() {
    std::string names;
    for (const Field& row : fields()) {
        if (row.match == Match::none) continue;
        if (!names.empty()) names += ", ";
        names += row.name;
    }
    return names;
}

void check_field(const Lexeme& lexeme, const LeafPlace& place) {
    if (place.field == nullptr || place.field->match != Match::none) return;
    throw at(place, lexeme,
             "'" + std::string(place.field->name) + ":' cannot be searched by itself",
             "leave it out, or use one of " + searchable_fields());
}

void check_letters(std::string_view text, const Lexeme& word, const LeafPlace& place) {
    const std::size_t caret = text.find('^');
    if (place.field == nullptr && caret != std::string_view::npos && caret + 1 < text.size() &&
        text[caret + 1] >= '0' && text[caret + 1] <= '9')
        throw at(place, word, "words cannot be given a weight with ^", "leave the ^ out");
    if (count_letters(text) > 0) return;
    if (text.find_first_of("*?") != std::string_view::npos)
        throw at(place, word, "a wildcard needs letters beside it",
                 "type for example surveil*, or put the text in quotes");
    throw at(place, word, "'" + shown(text) + "' has no letters or digits", "type a word");
}

Node stated(const Lexeme& lexeme, const LeafPlace& place, std::string_view name) {
    Node node = leaf(NodeKind::stated, lexeme, place);
    node.field.clear();
    node.text = name;
    return node;
}

}  // namespace

std::string_view without_punctuation(std::string_view word) {
    std::size_t end = 0;  // of the last character that is none
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t mark = mark_length(word, at);
        at += mark != 0 ? mark : character_at(word, at).length;
        if (mark == 0) end = at;
    }
    return end == 0 ? word : word.substr(0, end);
}

bool has_wildcard(std::string_view word) {
    if (word.find("://") != std::string_view::npos || word.starts_with("www.")) return false;
    const std::string_view core = without_punctuation(word);
    return core.find_first_of("*?") != std::string_view::npos;
}

Node word_leaf(const Lexeme& word, const LeafPlace& place) {
    check_field(word, place);
    const Match match = place.field == nullptr ? Match::words : place.field->match;
    if (match == Match::range) return range_leaf(word, place);
    std::string_view text = word.text;
    if (place.field != nullptr && text == "*") return stated(word, place, place.field->name);
    if (place.field != nullptr && text.starts_with('-'))
        throw at(place, word, "a - stands before the field's name",
                 "type -" + std::string(place.field->name) + ":" + shown(text.substr(1)));
    check_letters(text, word, place);
    Node node = leaf(NodeKind::word, word, place);
    node.text = text;
    const bool wildcard =
        match == Match::exact ? text.find('*') != std::string_view::npos : has_wildcard(text);
    if (wildcard) {
        if (!place.exact || place.field == nullptr) node.form = WordForm::wildcard;
        if (match != Match::exact) node.text = without_punctuation(text);
    } else {
        take_edits(match == Match::exact ? text : without_punctuation(text), node, word, place);
    }
    return node;
}

Node phrase_leaf(const Lexeme& phrase, const LeafPlace& place) {
    check_field(phrase, place);
    if (place.field != nullptr && place.field->match == Match::range)
        return range_leaf(phrase, place);
    Node node = leaf(NodeKind::phrase, phrase, place);
    node.text = ascii::trim(phrase.text);
    if (!place.exact && node.text.find('*') != std::string::npos) node.form = WordForm::wildcard;
    return node;
}

Node stated_leaf(const Lexeme& name, const LeafPlace& place) {
    const Field* found = find_field(name.text);
    if (found == nullptr || !found->has_value())
        throw at(place, name, "'has:' does not know '" + shown(name.text) + "'",
                 "use one of " + searchable_fields());
    return stated(name, place, found->name);
}

}  // namespace dateline
