// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/ascii.h"

namespace dateline {
namespace {

using Offset = std::size_t;

/// Words to look up quickly: most are ruled out by first letter and length.
template <std::size_t count>
class WordSet {
public:
    constexpr explicit WordSet(std::array<std::string_view, count> words) : words_(words) {
        std::ranges::sort(words_);
        for (const std::string_view word : words_) lengths_[slot(word)] |= bit(word);
    }

    bool contains(std::string_view word) const {
        return !word.empty() && (lengths_[slot(word)] & bit(word)) != 0 &&
               std::ranges::binary_search(words_, word);
    }

private:
    static constexpr std::size_t slot(std::string_view word) {
        return static_cast<unsigned char>(word[0]) % 64;
    }
    static constexpr std::uint32_t bit(std::string_view word) {
        return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
    }

    std::array<std::string_view, count> words_;
    std::array<std::uint32_t, 64> lengths_{};
};

/// Never end a sentence: a name or a clause follows.
constexpr auto never_final = WordSet(std::to_array<std::string_view>(
    {"Adm",    "Asst", "Atty", "Brig",  "Capt", "Cdr", "Cmdr", "Col",  "Cpl", "Cmdt",
     "Det",    "Dr",   "Fr",   "Ft",    "Gen",  "Gov", "Hon",  "Insp", "Lt",  "Maj",
     "Messrs", "Mgr",  "Mlle", "Mme",   "Mr",   "Mrs", "Ms",   "Mt",   "Mx",  "Pfc",
     "Pres",   "Prof", "Pvt",  "Rep",   "Reps", "Rev", "Sen",  "Sens", "Sgt", "Spc",
     "St",     "Ste",  "Supt", "Treas", "cf",   "e.g", "i.e",  "v",    "vs",  "viz"}));

/// End a sentence only before a word that plainly begins one: "Acme Inc. The …", not "Acme Inc.
/// Chairman".
constexpr auto seldom_final = WordSet(std::to_array<std::string_view>(
    {"Ala",    "Ariz", "Ark",   "Assn", "Assoc", "Aug", "Ave",  "Blvd", "Bros", "Calif", "Co",
     "Colo",   "Conn", "Corp",  "Cos",  "Dec",   "Del", "Dept", "Dist", "Esq",  "Feb",   "Fla",
     "Fri",    "Ga",   "Gov't", "Hwy",  "Ill",   "Inc", "Ind",  "Jan",  "Jr",   "Jul",   "Jun",
     "Kan",    "Ky",   "La",    "Ltd",  "Mass",  "Md",  "Mich", "Minn", "Miss", "Mo",    "Mon",
     "Mont",   "Mar",  "Apr",   "Neb",  "Nev",   "Nov", "Oct",  "Okla", "Ont",  "Ore",   "Pa",
     "Ph.D",   "Que",  "Rd",    "Sask", "Sept",  "Sep", "Sq",   "Sr",   "Tenn", "Tex",   "Thu",
     "Thurs",  "Tue",  "Tues",  "Univ", "Va",    "Vt",  "Wash", "Wed",  "Wis",  "Wyo",   "al",
     "approx", "bros", "dept",  "est",  "etc",   "ft",  "lb",   "lbs",  "oz",   "tel"}));

/// Do not end a sentence before a number: "No. 3", "pp. 4-6".
constexpr auto before_number = WordSet(std::to_array<std::string_view>(
    {"Art", "Ch", "Fig", "No", "Nos", "Nr", "Op", "Sec", "Vol", "art", "ch", "fig", "no", "nos",
     "p", "pp", "par", "sec", "vol"}));

/// Words that begin a sentence and hardly ever continue a name.
constexpr auto openings = WordSet(std::to_array<std::string_view>(
    {"A",       "According", "After",   "Afterward", "All",     "Also",      "Although",  "Among",
     "An",      "And",       "Another", "Any",       "Are",     "As",        "Asked",     "At",
     "Because", "Before",    "Both",    "But",       "By",      "Can",       "Could",     "Critics",
     "Despite", "Did",       "Do",      "Does",      "During",  "Each",      "Earlier",   "Even",
     "Every",   "Few",       "For",     "Former",    "Four",    "From",      "Given",     "Had",
     "Has",     "He",        "Her",     "Here",      "He's",    "His",       "How",       "However",
     "I",       "I'm",       "If",      "In",        "Instead", "Is",        "It",        "It's",
     "Its",     "Just",      "Last",    "Later",     "Like",    "Many",      "Meanwhile", "More",
     "Most",    "Much",      "My",      "Neither",   "Nearly",  "Never",     "No",        "Nobody",
     "None",    "Nor",       "Not",     "Now",       "Of",      "Officials", "On",        "Once",
     "One",     "Only",      "Or",      "Other",     "Others",  "Our",       "Over",      "Perhaps",
     "Police",  "Several",   "She",     "She's",     "Since",   "So",        "Some",      "Still",
     "Such",    "That",      "That's",  "The",       "Their",   "Then",      "There",     "There's",
     "These",   "They",      "They're", "This",      "Those",   "Though",    "Three",     "Through",
     "Thus",    "To",        "Today",   "Two",       "Under",   "Unlike",    "Until",     "Was",
     "We",      "We're",     "Were",    "What",      "When",    "Where",     "Whether",   "Which",
     "While",   "Who",       "Why",     "Will",      "With",    "Without",   "Would",     "Yes",
     "Yet",     "You",       "Your"}));

bool is_letter(char c) {
    return ascii::is_lower(c) || ascii::is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Bytes of the character at `at` if it is one of `set` (UTF-8 strings), else 0.
template <std::size_t count>
std::size_t one_of(std::string_view text, Offset at,
                   const std::array<std::string_view, count>& set) {
    for (const std::string_view each : set)
        if (text[at] == each[0] && text.substr(at, each.size()) == each) return each.size();
    return 0;
}

constexpr auto blanks = std::to_array<std::string_view>(
    {" ", "\n", "\t", "\r", "\u00A0", "\u3000", "\u2009", "\u202F"});
constexpr auto plain_stops = std::to_array<std::string_view>({".", "!", "?", "\u2026"});
constexpr auto wide_stops = std::to_array<std::string_view>(
    {"\u3002", "\uFF01", "\uFF1F", "\uFF61", "\u0964", "\u061F", "\u06D4"});
constexpr auto closers = std::to_array<std::string_view>(
    {"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB", "\u300D", "\u300F", "\uFF09", "*", "_"});
constexpr auto openers = std::to_array<std::string_view>(
    {"\"", "'", "(", "[", "\u201C", "\u2018", "\u00AB", "\u300C", "\u300E", "\uFF08", "*", "_"});

template <std::size_t count>
Offset skip(std::string_view text, Offset at, const std::array<std::string_view, count>& set) {
    while (at < text.size()) {
        const std::size_t bytes = one_of(text, at, set);
        if (bytes == 0) break;
        at += bytes;
    }
    return at;
}

/// First bytes of the characters at which something may begin or end.
constexpr std::array<bool, 256> make_signals() {
    std::array<bool, 256> signals{};
    for (const std::string_view each : plain_stops)
        signals[static_cast<unsigned char>(each[0])] = true;
    for (const std::string_view each : wide_stops)
        signals[static_cast<unsigned char>(each[0])] = true;
    signals['\n'] = true;
    return signals;
}
constexpr std::array<bool, 256> signals = make_signals();

/// Blanks from `at` on: where they end, and whether a blank line is among them.
struct Gap {
    Offset end = 0;
    bool new_paragraph = false;
};

Gap gap_at(std::string_view text, Offset at) {
    Gap gap{.end = skip(text, at, blanks)};
    const std::string_view skipped = text.substr(at, gap.end - at);
    gap.new_paragraph = std::ranges::count(skipped, '\n') > 1;
    return gap;
}

/// The word before the stop at `stop`, inner full stops and apostrophes included: "U.S", "Gov't",
/// "Jan".
std::string_view word_before(std::string_view text, Offset begin, Offset stop) {
    constexpr Offset most = 16;
    const Offset least = stop - std::min(stop - begin, most);
    Offset at = stop;
    while (at > least && (is_letter(text[at - 1]) || ascii::is_digit(text[at - 1]) ||
                          text[at - 1] == '.' || text[at - 1] == '\''))
        --at;
    const std::string_view word = text.substr(at, stop - at);
    const Offset quote = word.rfind("\u201C");
    return quote == word.npos ? word : word.substr(quote + 3);
}

std::string_view word_at(std::string_view text, Offset at) {
    constexpr Offset most = 16;
    Offset end = at;
    while (end < text.size() && end - at < most && (is_letter(text[end]) || text[end] == '\''))
        ++end;
    return text.substr(at, end - at);
}

/// True for a letter, or letters with full stops between: J, U.S, a.m.
bool is_initials(std::string_view word) {
    if (word.empty() || word.size() % 2 == 0) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (i % 2 == 0 ? !is_letter(word[i]) : word[i] != '.') return false;
    return word.size() > 1 || ascii::is_upper(word[0]);
}

bool begins_opening(std::string_view text, Offset at) {
    std::string_view word = word_at(text, at);
    // A curly apostrophe: "It’s".
    if (const Offset curly = word.find("\u2019"); curly != word.npos) word = word.substr(0, curly);
    return openings.contains(word);
}

/// A stop with what stands around it.
struct Stop {
    Offset begin = 0;   ///< of the run of stops
    Offset end = 0;     ///< of the run
    Offset after = 0;   ///< behind the closing quotes and brackets
    Offset next = 0;    ///< first character after the blanks
    Offset letter = 0;  ///< the same, behind opening quotes and brackets
};

bool is_single_point(std::string_view text, const Stop& stop) {
    return stop.end == stop.begin + 1 && text[stop.begin] == '.';
}

/// Decides about a full stop after a word, as against "!", "?" and "…".
bool point_ends_sentence(std::string_view text, Offset sentence, const Stop& stop) {
    if (stop.begin == sentence) return false;
    const std::string_view word = word_before(text, sentence, stop.begin);
    const bool quoted = stop.letter > stop.next;
    // Behind a blank it is a point of an ellipsis, ". . .", else behind a bracket or a quote.
    if (word.empty()) return text[stop.begin - 1] != ' ' || begins_opening(text, stop.letter);
    if (never_final.contains(word)) return false;
    if (ascii::is_digit(text[stop.letter]))
        return !before_number.contains(word) && !seldom_final.contains(word);
    if (is_initials(word) || seldom_final.contains(word))
        return quoted || begins_opening(text, stop.letter);
    // "1. The first": the number of a list.
    const bool number = std::ranges::all_of(word, ascii::is_digit);
    return !(number && word.size() <= 3 && stop.begin - word.size() == sentence);
}

bool ends_sentence(std::string_view text, Offset sentence, const Stop& stop) {
    const char first = text[stop.letter];
    const bool brand =
        stop.letter + 1 < text.size() && ascii::is_upper(text[stop.letter + 1]);  // iPhone
    if (ascii::is_lower(first) && !brand) return false;
    if (std::string_view(",;:.!?)]}%/&").find(first) != std::string_view::npos) return false;
    if (is_single_point(text, stop)) return point_ends_sentence(text, sentence, stop);
    const bool apart = stop.begin > sentence && text[stop.begin - 1] == ' ';  // "said ... Trump"
    return !apart || begins_opening(text, stop.letter);
}

class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {
        starts_.reserve(text.size() / 100 + 1);
        begin_sentence(skip(text, 0, blanks));
    }

    std::vector<std::uint32_t> cut() {
        for (Offset at = next_signal(sentence_); at < text_.size(); at = next_signal(at))
            at = text_[at] == '\n' ? at_line_end(at) : at_stop(at);
        return std::move(starts_);
    }

private:
    Offset next_signal(Offset at) const {
        const char* byte = text_.data() + at;
        const char* const end = text_.data() + text_.size();
        while (byte < end && !signals[static_cast<unsigned char>(*byte)]) ++byte;
        return static_cast<Offset>(byte - text_.data());
    }

    void begin_sentence(Offset at) {
        if (at >= text_.size()) return;
        sentence_ = at;
        starts_.push_back(static_cast<std::uint32_t>(at));
    }

    Offset at_line_end(Offset at) {
        const Gap gap = gap_at(text_, at);
        if (gap.new_paragraph) begin_sentence(gap.end);
        return gap.end;
    }

    Offset at_stop(Offset at) {
        if (const std::size_t wide = one_of(text_, at, wide_stops); wide > 0)
            return at_wide_stop(at + wide);
        Stop stop{.begin = at, .end = skip(text_, at, plain_stops)};
        if (stop.end == at) return at + 1;
        stop.after = skip(text_, stop.end, closers);
        const Gap gap = gap_at(text_, stop.after);
        stop.next = gap.end;
        if (stop.next >= text_.size()) return stop.next;
        stop.letter = skip(text_, stop.next, openers);
        if (stop.letter >= text_.size()) stop.letter = stop.next;
        if (gap.new_paragraph || (gap.end > stop.after && ends_sentence(text_, sentence_, stop)))
            begin_sentence(stop.next);
        return stop.next;
    }

    Offset at_wide_stop(Offset at) {
        at = skip(text_, skip(text_, at, wide_stops), closers);
        const Offset next = gap_at(text_, at).end;
        begin_sentence(next);
        return next;
    }

    std::string_view text_;
    Offset sentence_ = 0;
    std::vector<std::uint32_t> starts_;
};

}  // namespace

std::vector<std::uint32_t> sentence_starts(std::string_view text) {
    return Cutter(text).cut();
}

std::vector<std::uint32_t> paragraph_starts(std::string_view text) {
    std::vector<std::uint32_t> starts;
    Offset at = skip(text, 0, blanks);
    while (at < text.size()) {
        starts.push_back(static_cast<std::uint32_t>(at));
        Gap gap{.end = at};
        do {
            const Offset line_end = text.find('\n', gap.end);
            if (line_end == text.npos) return starts;
            gap = gap_at(text, line_end);
        } while (!gap.new_paragraph);
        at = gap.end;
    }
    return starts;
}

}  // namespace dateline
