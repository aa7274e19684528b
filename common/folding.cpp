// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/folding.h"

#include "common/ascii.h"
#include "common/code_points.h"

namespace dateline {

std::string fold_value(std::string_view value) {
    std::string folded;
    bool blank = false;
    for (std::size_t at = 0; at < value.size();) {
        const Character c = character_at(value, at);
        if (c.kind == CharClass::separator && c.length == 1 &&
            (value[at] == ' ' || (value[at] >= '\t' && value[at] <= '\r'))) {
            blank = !folded.empty();
        } else if (c.kind != CharClass::ignorable) {
            if (blank) folded += ' ';
            blank = false;
            if (c.kind == CharClass::separator)
                folded += value.substr(at, c.length);
            else
                folded += c.folded;
        }
        at += c.length;
    }
    return folded;
}

namespace {

/// Single quotes that text analysis does not take for apostrophes.
bool is_single_quote(std::string_view character) {
    return character == "‚" || character == "‹" || character == "›" || character == "〈" ||
           character == "〉";
}

}  // namespace

bool is_emphatic(std::string_view word) {
    std::size_t letters = 0;
    bool points = false;
    bool ended = false;  // by a comma or the like, with which a sentence goes on
    for (std::size_t at = 0; at < word.size();) {
        const Character c = character_at(word, at);
        const std::string_view bytes = word.substr(at, c.length);
        if (c.kind == CharClass::letter) {
            ++letters;
            if (ended || bytes == c.accented) return false;  // not a capital
        } else if (c.kind == CharClass::separator && bytes != "." && !is_single_quote(bytes)) {
            ended = true;
        }
        points |=
            bytes == "." && at + 1 < word.size() && ascii::is_letter(word[at + 1]) && letters > 0;
        at += c.length;
    }
    return letters >= 2 || points;
}

}  // namespace dateline
