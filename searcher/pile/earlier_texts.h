// SPDX-License-Identifier: GPL-2.0-or-later
// The words of texts, and what the earlier articles of a story have of them: forms, stems and runs
// of words, as hashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/analysis.h"
#include "common/stemmer.h"
#include "searcher/query/span.h"

namespace dateline {

/// A word of a text.
struct TextWord {
    Span span;
    std::uint64_t form = 0;  ///< hash of the folded form
    std::uint64_t stem = 0;  ///< hash of the stem
    double idf = 0;          ///< of the stem
};

/// A run of so many words that two texts share is the same text.
inline constexpr std::size_t run_words = 5;

/// The hash of the run that begins at each word behind which there are enough.
std::vector<std::uint64_t> runs_of(const std::vector<TextWord>& words);

class EarlierTexts {
public:
    /// Stems are those of the language (a code, "" as English).
    explicit EarlierTexts(std::string_view language);

    void add(std::string_view body);

    std::string_view language() const { return language_; }

    bool have_form(const TextWord& word) const { return forms_.contains(word.form); }
    bool have_stem(const TextWord& word) const { return stems_.contains(word.stem); }
    bool have_run(std::uint64_t run) const { return runs_.contains(run); }

    /// The words of a text, to be looked for here; in Chinese and its like pairs of characters.
    /// How telling a stem is says `idf`.
    std::vector<TextWord> words_of(std::string_view text,
                                   const std::function<double(std::string_view stem)>& idf);

private:
    std::string language_;
    Tokenizer tokenizer_;
    Stemmer stemmer_;
    std::unordered_set<std::uint64_t> forms_;
    std::unordered_set<std::uint64_t> stems_;
    std::unordered_set<std::uint64_t> runs_;
};

}  // namespace dateline
