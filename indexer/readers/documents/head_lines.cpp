// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/head_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/dates/dates.h"
#include "indexer/dates/labelled_day.h"

namespace dateline {

namespace {

/// Longer lines are running text.
constexpr std::size_t longest_line = 120;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(words,
                               [&](auto each) { return ascii::equal_ignoring_case(word, each); });
}

struct BylineWord {
    std::string_view word;
    int least_names;  ///< "De Gaulle" is a name itself
};

constexpr auto byline_words = std::to_array<BylineWord>({
    {"by ", 1},
    {"von ", 1},
    {"par ", 1},
    {"por ", 2},
    {"di ", 2},
    {"de ", 2},
    {"door ", 1},
    {"av ", 1},
    {"af ", 1},
    {"od ", 1},
    {"autor: ", 1},
});

/// What stands between and behind names in small letters.
constexpr auto words_among_names = std::to_array<std::string_view>(
    {"and", "&",    "und", "et", "y",   "e",   "i",   "og",  "och",  "en",  "con",
     "mit", "with", "da",  "de", "del", "der", "den", "des", "di",   "do",  "dos",
     "du",  "el",   "la",  "le", "van", "von", "zu",  "zur", "ter",  "ten", "te",
     "bin", "al",   "ibn", "in", "aus", "for", "the", "of",  "staff"});

/// Marks that divide one line of the head from the next.
constexpr auto dividers = std::to_array<std::string_view>({"|", "/", ",", "-", "—", "–", "·", "•"});

bool begins_as_name(std::string_view word) {
    return ascii::is_upper(word.front()) || ascii::is_wide(word.front());
}

/// Whether those are names: each word in capitals or one that stands among them. Behind a comma or
/// bracket after a whole name stands what one likes.
bool are_names(std::string_view text, int least) {
    int names = 0;
    while (!text.empty()) {
        std::string_view word = take_part(text, ' ');
        const bool comma = word.ends_with(',') || word.ends_with(';');
        if (comma) word.remove_suffix(1);
        if (word.empty()) continue;
        if (names > 1 && (word.front() == '(' || is_one_of(word, dividers))) break;
        if (begins_as_name(word))
            ++names;
        else if (!is_one_of(word, words_among_names))
            return false;
        if (comma && names > 1) break;
    }
    return names >= least;
}

std::string_view without_dividers(std::string_view text) {
    for (;;) {
        text = ascii::trim(text);
        const std::string_view before = text;
        for (const std::string_view mark : dividers) {
            if (text.starts_with(mark)) text.remove_prefix(mark.size());
            if (text.ends_with(mark)) text.remove_suffix(mark.size());
        }
        if (text == before) return text;
    }
}

bool is_whole_day(const std::optional<LabelledDay>& day) {
    return day && (!day->date || day->date->date.precision == Precision::day);
}

bool is_day_or_month(const std::optional<LabelledDay>& day) {
    return day && (!day->date || day->date->date.precision != Precision::year);
}

/// Whether a day stands there, its label before it at most: behind a name, other words are names.
bool begins_with_day(std::string_view text) {
    const auto found = day_line_in(text);
    if (!found) return false;
    return found->line.data() == text.data() || is_day_label(text.substr(0, text.find(' ')));
}

}  // namespace

bool is_byline_line(std::string_view text) {
    constexpr std::size_t longest_byline = 100;
    if (text.size() > longest_byline || text.find('\n') != text.npos || text.ends_with('.'))
        return false;
    return std::ranges::any_of(byline_words, [&](const BylineWord& each) {
        return ascii::starts_ignoring_case(text, each.word) && text.size() > each.word.size() &&
               begins_as_name(text.substr(each.word.size())) &&
               are_names(text.substr(each.word.size()), each.least_names);
    });
}

bool is_day_line(std::string_view text) {
    return is_whole_day(labelled_day(text, DayLabel::any));
}

std::optional<HeadLine> byline_in(std::string_view text) {
    constexpr std::size_t longest_remark = 300;
    text = without_dividers(text);
    // "By Ann Lee 4 March 2026", "By Ann Lee | Published: 4 March 2026".
    for (std::size_t blank = text.find(' '); blank < std::min(text.size(), longest_line);
         blank = text.find(' ', blank + 1)) {
        const std::string_view rest = without_dividers(text.substr(blank));
        const std::string_view line = without_dividers(text.substr(0, blank));
        if (is_byline_line(line) && begins_with_day(rest)) return HeadLine{line, rest};
    }
    for (const std::string_view remark : {", a ", ", an "}) {
        const std::string_view line = text.substr(0, text.find(remark));
        const bool whole_name = std::ranges::count(line, ' ') > 1;
        if (line.size() < text.size() && text.size() < longest_remark && whole_name &&
            is_byline_line(line))
            return HeadLine{line, text.substr(line.size() + 2)};
    }
    if (is_byline_line(text)) return HeadLine{text, {}};
    return std::nullopt;
}

std::optional<HeadLine> day_line_in(std::string_view text) {
    text = without_dividers(text);
    if (const auto day = labelled_day(text, DayLabel::any); is_day_or_month(day))
        return HeadLine{day->text, {}};
    for (const std::string_view mark : {" | ", " / ", " · ", " • ", " 来源"}) {
        const std::size_t end = text.find(mark);
        if (end == text.npos) continue;
        const auto day = labelled_day(text.substr(0, end), DayLabel::any);
        if (is_day_or_month(day)) return HeadLine{day->text, without_dividers(text.substr(end))};
    }
    // "4 March 2026, 3:51 pm 11 shares": with its time it is more than the beginning of a sentence.
    constexpr std::size_t longest_with_rest = 60;
    const auto day = text.size() < longest_with_rest && !text.ends_with('.') ? date_at_start(text)
                                                                             : std::nullopt;
    if (!day || !day->reading.date || day->reading.date->instant.empty()) return std::nullopt;
    return HeadLine{text.substr(0, day->length), without_dividers(text.substr(day->length))};
}

}  // namespace dateline
