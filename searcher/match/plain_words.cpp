// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/plain_words.h"

#include <algorithm>
#include <utility>

#include "common/fields.h"

namespace dateline {
namespace {

/// Nothing if one of the stems brings no points.
std::optional<PlainWord> plain_word(const Matcher& word, const Compiler& compiler) {
    PlainWord made;
    for (const WordStem& stem : compiler.stems_of(word)) {
        WeightedStem& weighted = made.emplace_back();
        weighted.term = make_term(stem_prefix, stem.text);
        for (const std::string& code : stem.languages)
            weighted.languages.push_back(make_term(length_prefix, code));
        weighted.weight = compiler.weight_of(stem);
        if (weighted.weight <= 0) return std::nullopt;
    }
    return made;
}

}  // namespace

std::optional<PlainWords> plain_words(const Question& question, const Compiler& compiler,
                                      bool some_words) {
    const std::vector<const Part*>& parts = compiler.parts();
    if (parts.empty() || !question.excluded.empty()) return std::nullopt;
    PlainWords words;
    words.all = !some_words || std::ranges::none_of(parts, &Part::optional);
    if (!words.all && !std::ranges::all_of(parts, &Part::optional)) return std::nullopt;
    for (const Part* part : parts) {
        const Matcher& word = part->matcher;
        if (!is_word(word) || !is_by_stem(word) || word.by_parts) return std::nullopt;
        std::optional<PlainWord> plain = plain_word(word, compiler);
        if (!plain) return std::nullopt;
        words.words.push_back(std::move(*plain));
    }
    return words;
}

}  // namespace dateline
