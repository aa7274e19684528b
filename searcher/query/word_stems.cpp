// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/word_stems.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view english = "en";

bool has(const std::vector<std::string>& languages, std::string_view code) {
    return std::ranges::find(languages, code) != languages.end();
}

}  // namespace

bool counts_in(const std::vector<std::string>& languages, std::string_view article) {
    return languages.empty() || has(languages, article.empty() ? english : article);
}

WordStems::WordStems(const std::vector<std::string>& languages) {
    for (const std::string& code : languages) languages_.push_back({code, Stemmer(code)});
    if (languages_.empty()) languages_.push_back({std::string(english), Stemmer(english)});
}

bool WordStems::counts_in_all(const std::vector<std::string>& languages) const {
    return languages.size() == languages_.size() || has(languages, question_);
}

std::vector<WordStem> WordStems::of(std::string_view form) {
    std::vector<WordStem> stems;
    for (Language& language : languages_) {
        const std::string_view text = language.stemmer.stem(form);
        auto known = std::ranges::find(stems, text, &WordStem::text);
        if (known == stems.end()) known = stems.insert(known, {std::string(text), {}});
        known->languages.push_back(language.code);
    }
    for (WordStem& stem : stems)
        if (counts_in_all(stem.languages)) stem.languages.clear();
    return stems;
}

}  // namespace dateline
