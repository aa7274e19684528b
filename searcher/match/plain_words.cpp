// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/plain_words.h"

#include <algorithm>

#include "common/fields.h"

namespace dateline {
namespace {

void add(std::vector<WeightedTerm>& terms, const WeightedTerm& term) {
    const auto known = std::ranges::find(terms, term.term, &WeightedTerm::term);
    if (known == terms.end())
        terms.push_back(term);
    else
        known->weight += term.weight;
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
        const std::vector<WordStem> stems = compiler.stems_of(word);
        if (words.all && stems.size() != 1) return std::nullopt;
        for (const WordStem& stem : stems) {
            const double weight = compiler.weight_of(stem);
            if (!stem.languages.empty() || weight <= 0) return std::nullopt;
            add(words.terms, {make_term(stem_prefix, stem.text), weight});
        }
    }
    return words;
}

}  // namespace dateline
