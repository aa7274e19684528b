// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/earlier_texts.h"

#include "common/file_stamp.h"

namespace dateline {

std::vector<std::uint64_t> runs_of(const std::vector<TextWord>& words) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
    std::vector<std::uint64_t> runs;
    for (std::size_t first = 0; first + run_words <= words.size(); ++first) {
        std::uint64_t hash = 0;
        for (std::size_t i = 0; i < run_words; ++i) hash = (hash ^ words[first + i].form) * odd;
        runs.push_back(hash);
    }
    return runs;
}

EarlierTexts::EarlierTexts(std::string_view language)
    : language_(language.empty() ? "en" : language), stemmer_(language_) {}

void EarlierTexts::add(std::string_view body) {
    const std::vector<TextWord> words = words_of(body, [](std::string_view) { return 0.0; });
    for (const TextWord& word : words) {
        forms_.insert(word.form);
        stems_.insert(word.stem);
    }
    const std::vector<std::uint64_t> runs = runs_of(words);
    runs_.insert(runs.begin(), runs.end());
}

std::vector<TextWord> EarlierTexts::words_of(
    std::string_view text, const std::function<double(std::string_view stem)>& idf) {
    std::vector<TextWord> words;
    for (const Token& token : tokenizer_.tokens(text)) {
        if (token.kind != TokenKind::word && token.kind != TokenKind::bigram) continue;
        const std::string_view stem = stemmer_.stem(token.form);
        words.push_back(
            {{token.begin, token.end}, content_hash(token.form), content_hash(stem), idf(stem)});
    }
    return words;
}

}  // namespace dateline
