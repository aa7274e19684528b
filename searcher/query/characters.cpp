// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/characters.h"

#include <array>

#include "common/code_points.h"

namespace dateline {
namespace {

using Text = std::string_view;

constexpr auto quotes = std::to_array<Text>(
    {"\"", "“",  "”", "„", "‟",  "«",  "»",  "＂", "″",  "❝",  "❞",  "⹂", "「", "」",
     "『", "』", "｢", "｣", "《", "》", "〝", "〞", "〟", "﹁", "﹂", "﹃",  "﹄"});
constexpr auto dashes =
    std::to_array<Text>({"-", "\u2010", "\u2011", "\u2012", "–", "—", "―", "−", "﹣", "－"});
constexpr auto opening = std::to_array<Text>({"(", "（"});
constexpr auto closing = std::to_array<Text>({")", "）"});
constexpr auto marks =
    std::to_array<Text>({"?", "!",  ".",  ",",  ";", ":", "'",  "…",  "’",  "‘",  "‚",  "‛", "‹",
                         "›", "＇", "〈", "〉", "¿", "¡", "？", "！", "。", "，", "；", "："});
constexpr auto wide_blanks = std::to_array<Text>(
    {"\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
     "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"});

}  // namespace

std::size_t blank_length(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte <= ' ' || byte == 0x7F) return 1;
    return byte < 0x80 ? 0 : length_of_any(text, at, wide_blanks);
}

std::size_t quote_length(std::string_view text, std::size_t at) {
    return length_of_any(text, at, quotes);
}

std::size_t dash_length(std::string_view text, std::size_t at) {
    return length_of_any(text, at, dashes);
}

std::size_t open_length(std::string_view text, std::size_t at) {
    return length_of_any(text, at, opening);
}

std::size_t close_length(std::string_view text, std::size_t at) {
    return length_of_any(text, at, closing);
}

std::size_t mark_length(std::string_view text, std::size_t at) {
    return length_of_any(text, at, marks);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const std::size_t blank = blank_length(text, at);
        if (blank == 0) break;
        at += blank;
    }
    return at;
}

bool begins_word(std::string_view text, std::size_t at) {
    const CharClass kind = character_at(text, at).kind;
    return kind == CharClass::letter || kind == CharClass::digit || kind == CharClass::cjk;
}

std::size_t count_letters(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).length)
        if (begins_word(text, at)) ++letters;
    return letters;
}

bool has_small_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character here = character_at(text, at);
        const std::string_view bytes = text.substr(at, here.length);
        if (here.kind == CharClass::letter && bytes == here.accented) return true;
        at += here.length;
    }
    return false;
}

}  // namespace dateline
