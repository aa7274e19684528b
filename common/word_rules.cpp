// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/word_rules.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/code_points.h"

namespace dateline {
namespace {

bool has_digit(std::string_view text, std::size_t at) {
    return at < text.size() && ascii::is_digit(text[at]);
}

bool has_letter(std::string_view text, std::size_t at) {
    return at < text.size() && ascii::is_letter(text[at]);
}

bool has_point(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] == '.';
}

}  // namespace

bool is_elided(std::string_view form) {
    static constexpr std::array<std::string_view, 18> elided{
        "all", "c", "d",    "dall",   "dell", "j", "jusqu", "l", "lorsqu",
        "m",   "n", "nell", "puisqu", "qu",   "s", "sull",  "t", "un"};
    return std::ranges::binary_search(elided, form);
}

std::size_t acronym_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    std::size_t letters = 0;
    for (; has_letter(text, end) && has_point(text, end + 1); end += 2) ++letters;
    if (letters == 0) return at;
    const bool one_more = has_letter(text, end) && !continues_word(text, end + 1);
    if (one_more) return end + 1;
    return letters < 2 || continues_word(text, end) ? at : end;
}

bool continues_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const CharClass kind = character_at(text, at).kind;
    return kind == CharClass::letter || kind == CharClass::digit || kind == CharClass::mark;
}

bool thousands_follow(std::string_view text, std::size_t begin, std::size_t comma) {
    const bool group = has_digit(text, comma + 1) && has_digit(text, comma + 2) &&
                       has_digit(text, comma + 3) && !has_digit(text, comma + 4);
    const auto other = text.substr(begin, comma - begin).rfind(',');
    const std::size_t before = other == std::string_view::npos ? comma - begin : 3;
    return group && before <= 3;
}

bool is_decimal(std::string_view text, std::size_t begin, std::size_t point) {
    if (!has_digit(text, point + 1)) return false;
    if (begin > 1 && has_point(text, begin - 1) && has_digit(text, begin - 2)) return false;
    std::size_t end = point + 1;
    while (has_digit(text, end)) ++end;
    return !has_point(text, end) || !has_digit(text, end + 1);
}

}  // namespace dateline
