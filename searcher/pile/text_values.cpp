// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/text_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "common/ascii.h"
#include "common/calendar.h"
#include "common/code_points.h"
#include "common/sentence_words.h"
#include "common/sentences.h"

namespace dateline {
namespace {

struct SpeltNumber {
    std::string_view word;
    std::string_view digits;
};

/// "one" and its like are mostly no numbers.
constexpr auto spelt_numbers = std::to_array<SpeltNumber>({
    {"two", "2"},       {"three", "3"},     {"four", "4"},     {"five", "5"},
    {"six", "6"},       {"seven", "7"},     {"eight", "8"},    {"nine", "9"},
    {"ten", "10"},      {"eleven", "11"},   {"twelve", "12"},  {"thirteen", "13"},
    {"fourteen", "14"}, {"fifteen", "15"},  {"sixteen", "16"}, {"seventeen", "17"},
    {"eighteen", "18"}, {"nineteen", "19"}, {"twenty", "20"},  {"thirty", "30"},
    {"forty", "40"},    {"fifty", "50"},    {"sixty", "60"},   {"seventy", "70"},
    {"eighty", "80"},   {"ninety", "90"},   {"zwei", "2"},     {"drei", "3"},
    {"vier", "4"},      {"fünf", "5"},      {"sechs", "6"},    {"sieben", "7"},
    {"acht", "8"},      {"neun", "9"},      {"zehn", "10"},    {"zwölf", "12"},
    {"deux", "2"},      {"trois", "3"},     {"quatre", "4"},   {"cinq", "5"},
    {"sept", "7"},      {"huit", "8"},      {"dix", "10"},     {"onze", "11"},
    {"douze", "12"},    {"dos", "2"},       {"tres", "3"},     {"cuatro", "4"},
    {"cinco", "5"},     {"seis", "6"},      {"siete", "7"},    {"ocho", "8"},
    {"nueve", "9"},     {"diez", "10"},     {"doce", "12"},
});

constexpr auto magnitudes = std::to_array<std::string_view>(
    {"hundred",   "thousand", "million",  "millions",  "billion",   "billions",  "trillion",
     "trillions", "mln",      "bln",      "tausend",   "millionen", "milliarde", "milliarden",
     "billionen", "mille",    "milliard", "milliards", "mil",       "millón",    "millones"});

constexpr auto currencies = std::to_array<std::string_view>({"$", "£", "€", "¥"});

constexpr auto links_of_names = std::to_array<std::string_view>(
    {"of", "de", "la", "du", "van", "von", "der", "den", "bin", "al", "el", "da", "dos", "di"});

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// The digits of a number that is spelt out; "" of any other word.
std::string_view digits_of(std::string_view word) {
    const auto* found = std::ranges::find(spelt_numbers, word, &SpeltNumber::word);
    return found == spelt_numbers.end() ? "" : found->digits;
}

bool is_blank(std::string_view gap) {
    return !gap.empty() && ascii::trim(gap).empty();
}

/// "1,000" and "1000" are one number.
std::string number_key(std::string_view typed) {
    std::string key;
    for (const char c : typed)
        if (c != ',') key += ascii::lower(c);
    return key;
}

/// The month that a word is typed for, with a capital: March, Nov.
std::optional<unsigned> month_at(const TextWords& text, std::uint32_t word) {
    const std::string_view typed = text.typed(word);
    return ascii::is_upper(typed.front()) ? month_named(typed) : std::nullopt;
}

bool is_in_digits(const TextWords& text, std::uint32_t word) {
    return word < text.size() && ascii::is_digit(text.typed(word).front());
}

/// "March 29", "Nov. 7"
bool begins_day(const TextWords& text, std::uint32_t word) {
    if (!is_in_digits(text, word + 1) || !month_at(text, word)) return false;
    const std::string_view gap = text.gap_before(word + 1);
    return text.typed(word + 1).size() <= 2 && (is_blank(gap) || gap == ". ");
}

bool begins_number(const TextWords& text, std::uint32_t word) {
    return is_in_digits(text, word) || begins_day(text, word) ||
           !digits_of(ascii::lowered(text.typed(word))).empty();
}

/// The words from `word` on that are one thing with the number: the digits of "7:44", and the
/// whole rest of an address.
std::uint32_t joined_end(const TextWords& text, std::uint32_t word, bool with_letters) {
    while (word < text.size() && is_joint(text.gap_before(word)) &&
           (with_letters || is_in_digits(text, word)))
        ++word;
    return word;
}

/// The number, day or amount that begins there.
TextValue number_at(const TextWords& text, std::uint32_t word) {
    if (begins_day(text, word))
        return {word, word + 2,
                fmt::format("{}-{}", *month_at(text, word), number_key(text.typed(word + 1))),
                false};
    const bool in_digits = is_in_digits(text, word);
    const std::string typed = ascii::lowered(text.typed(word));
    TextValue number{word, word + 1, in_digits ? number_key(typed) : std::string(digits_of(typed)),
                     !in_digits};
    if (in_digits) number.end = joined_end(text, number.end, false);
    for (std::uint32_t i = word + 1; i < number.end; ++i)
        number.key += ":" + number_key(text.typed(i));
    const auto is_magnitude = [&](std::uint32_t next) {
        const std::string_view gap = text.gap_before(next);
        return (is_blank(gap) || gap == "-") &&
               is_one_of(magnitudes, ascii::lowered(text.typed(next)));
    };
    for (; number.end < text.size() && is_magnitude(number.end); ++number.end)
        number.key += " " + std::to_string(text.numbers[number.end]);
    return number;
}

/// Whether a name goes on from the word before: "Jane Doe", "J. Doe", "Doe-Smith".
bool joins_name(std::string_view gap) {
    return gap == "-" || is_blank(gap) || (gap.starts_with('.') && is_blank(gap.substr(1)));
}

/// Where something begins with a capital that is no name: a sentence, or speech within one.
bool begins_speech(std::string_view gap) {
    constexpr auto marks = std::to_array<std::string_view>(
        {"\"", "\u201C", "\u201E", "\u2018", "\u00AB", ":", "\u2022", "\n", "("});
    for (std::size_t at = 0; at < gap.size(); ++at)
        if (length_of_any(gap, at, marks) > 0) return true;
    return false;
}

/// By its commonest words. Only German writes all nouns with a capital.
bool is_german(const TextWords& text) {
    constexpr auto common = std::to_array<std::string_view>(
        {"der", "die", "das", "und", "den", "dem", "ist", "nicht", "mit", "ein", "eine", "sich"});
    std::uint32_t number = 0;
    for (std::uint32_t i = 0; i < text.size(); ++i)
        number += is_one_of(common, text.typed(i)) ? 1 : 0;
    return number * 12 > text.size();
}

class NameFinder {
public:
    explicit NameFinder(const TextWords& text)
        : text_(text), capitals_(capitals_of(text)), nouns_too_(is_german(text)) {
        begins_.resize(text.size());
        std::uint32_t word = 0;
        for (const std::uint32_t start : sentence_starts(text.text)) {
            const std::uint32_t begin = word;
            while (word < text.size() && text.words[word].begin < start) ++word;
            leave_out_headline(begin, word);
            if (word < text.size()) begins_[word] = true;
        }
        leave_out_headline(word, text.size());
    }

    std::vector<TextValue> find() {
        for (std::uint32_t i = 0; i < text_.size(); ++i)
            begins_[i] = begins_[i] || begins_speech(text_.gap_before(i));
        std::vector<TextValue> names;
        for (std::uint32_t i = 0; i < text_.size();) {
            const std::uint32_t end = name_end(i);
            const bool alone = end == i + 1;
            const bool doubtful = begins_[i] || nouns_too_ || text_.typed(i).size() == 1;
            if (end > i && !(alone && doubtful))
                names.push_back({i, end, std::to_string(text_.numbers[end - 1])});
            i = std::max(end, i + 1);
        }
        return names;
    }

private:
    /// A sentence of some words most of which have capitals and that has no stop, or all of them.
    void leave_out_headline(std::uint32_t begin, std::uint32_t end) {
        if (end - begin < 4) return;
        std::uint32_t number = 0;
        for (std::uint32_t i = begin; i < end; ++i) number += capitals_[i] ? 1 : 0;
        const std::uint32_t behind = end < text_.size()
                                         ? text_.words[end].begin
                                         : static_cast<std::uint32_t>(text_.text.size());
        const std::uint32_t last = text_.words[end - 1].end;
        const bool stops =
            text_.text.substr(last, behind - last).find_first_of(".!?") != std::string_view::npos;
        if (number * 10 < (end - begin) * (stops ? 10 : 6)) return;
        for (std::uint32_t i = begin; i < end; ++i) capitals_[i] = false;
    }

    bool may_be_of_name(std::uint32_t word) const {
        if (word >= text_.size() || !capitals_[word]) return false;
        const std::string_view typed = text_.typed(word);
        if (typed == "I" || typed.starts_with("I'") || typed.starts_with("I\u2019")) return false;
        return !never_final.contains(typed) && !openings.contains(typed) && !month_at(text_, word);
    }

    std::uint32_t name_end(std::uint32_t begin) const {
        if (!may_be_of_name(begin)) return begin;
        std::uint32_t end = begin + 1;
        for (std::uint32_t next = end; next < text_.size(); ++next) {
            if (begins_[next] || !joins_name(text_.gap_before(next))) break;
            if (may_be_of_name(next)) {
                end = next + 1;
            } else if (nouns_too_ || next > end + 1 ||
                       !is_one_of(links_of_names, text_.typed(next))) {
                break;
            }
        }
        return end;
    }

    const TextWords& text_;
    std::vector<bool> capitals_;
    bool nouns_too_;
    std::vector<bool> begins_;  ///< a sentence, or speech
};

}  // namespace

std::vector<TextValue> numbers_in(const TextWords& text) {
    std::vector<TextValue> numbers;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (!begins_number(text, i)) {
            i = joined_end(text, i + 1, true) - 1;
            continue;
        }
        numbers.push_back(number_at(text, i));
        i = numbers.back().end - 1;
    }
    return numbers;
}

std::vector<TextValue> names_in(const TextWords& text) {
    return NameFinder(text).find();
}

std::vector<bool> capitals_of(const TextWords& text) {
    std::vector<bool> capitals(text.size());
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        const Span word = text.words[i];
        const Character first = character_at(text.text, word.begin);
        capitals[i] = first.kind == CharClass::letter &&
                      text.text.substr(word.begin, first.length) != first.accented;
    }
    return capitals;
}

std::string typed_value(const TextWords& text, const TextValue& value) {
    std::uint32_t begin = text.words[value.begin].begin;
    std::uint32_t end = text.words[value.end - 1].end;
    for (const std::string_view sign : currencies)
        if (text.text.substr(0, begin).ends_with(sign))
            begin -= static_cast<std::uint32_t>(sign.size());
    if (text.text.substr(end).starts_with('%')) ++end;
    std::string typed;
    for (const char c : text.text.substr(begin, end - begin)) {
        if (!ascii::is_blank(c)) {
            typed += c;
        } else if (!typed.ends_with(' ')) {
            typed += ' ';
        }
    }
    return typed;
}

}  // namespace dateline
