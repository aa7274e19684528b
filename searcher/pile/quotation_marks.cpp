// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/quotation_marks.h"

#include <algorithm>
#include <array>

#include "common/code_points.h"

namespace dateline {
namespace {

struct Spelling {
    std::string_view text;
    MarkKind kind;
};

constexpr auto spellings = std::to_array<Spelling>({
    {"\"", MarkKind::straight},
    {"\u201C", MarkKind::upper_left},
    {"\u201F", MarkKind::upper_left},
    {"\u2018\u2018", MarkKind::upper_left},
    {"\u201D", MarkKind::upper_right},
    {"\u2019\u2019", MarkKind::upper_right},
    {"\u201E", MarkKind::low},
    {"\u00AB", MarkKind::left_guillemet},
    {"\u00BB", MarkKind::right_guillemet},
    {"\u300C", MarkKind::corner_open},
    {"\u300D", MarkKind::corner_close},
    {"\u300E", MarkKind::white_open},
    {"\u300F", MarkKind::white_close},
    {"``", MarkKind::grave_open},
    {"''", MarkKind::grave_close},
});

constexpr auto blanks = std::to_array<std::string_view>(
    {" ", "\n", "\t", "\r", "\u00A0", "\u2009", "\u202F", "\u3000"});
constexpr auto openers_before = std::to_array<std::string_view>(
    {"(", "[", "\u2012", "\u2013", "\u2014", "\u2015", "\uFF08", "\u2018"});

/// First bytes of marks: most of a text is passed over by them.
constexpr std::array<bool, 256> signals = [] {
    std::array<bool, 256> bytes{};
    for (const Spelling& each : spellings) bytes[static_cast<unsigned char>(each.text[0])] = true;
    return bytes;
}();

/// The character before `at`: at most four bytes back, so that bytes that are not UTF-8 cost no
/// more.
std::size_t last_character(std::string_view text, std::size_t begin, std::size_t at) {
    const std::size_t least = at - std::min<std::size_t>(at - begin, 4);
    std::size_t last = at - 1;
    while (last > least && is_inner_byte(text[last])) --last;
    return last;
}

Beside beside(std::string_view text, std::size_t at) {
    if (blank_at(text, at) > 0) return Beside::blank;
    switch (character_at(text, at).kind) {
        case CharClass::cjk:
            return Beside::cjk;
        case CharClass::letter:
        case CharClass::digit:
        case CharClass::mark:
            return Beside::letter;
        case CharClass::separator:
        case CharClass::ignorable:
        case CharClass::apostrophe:
        case CharClass::hyphen:
            return Beside::sign;
    }
    return Beside::sign;
}

}  // namespace

std::size_t blank_at(std::string_view text, std::size_t at) {
    return length_of_any(text, at, blanks);
}

std::size_t end_without_blanks(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin) {
        const std::size_t last = last_character(text, begin, end);
        if (last + blank_at(text, last) != end) break;
        end = last;
    }
    return end;
}

std::size_t begin_without_blanks(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end) {
        const std::size_t bytes = blank_at(text, begin);
        if (bytes == 0) break;
        begin += bytes;
    }
    return std::min(begin, end);
}

std::optional<Mark> next_mark(std::string_view text, std::size_t begin, std::size_t at,
                              std::size_t end) {
    for (; at < end; ++at) {
        if (!signals[static_cast<unsigned char>(text[at])]) continue;
        const auto found = std::ranges::find_if(spellings, [&](const Spelling& each) {
            return text.substr(at, each.text.size()) == each.text;
        });
        if (found == spellings.end()) continue;
        Mark mark{.kind = found->kind, .begin = at, .end = at + found->text.size()};
        if (at > begin) {
            const std::size_t last = last_character(text, begin, at);
            mark.before = beside(text, last);
            mark.opener_before = length_of_any(text, last, openers_before) > 0;
        }
        if (mark.end < end) mark.after = beside(text, mark.end);
        return mark;
    }
    return std::nullopt;
}

}  // namespace dateline
