// SPDX-License-Identifier: GPL-2.0-or-later
// Wildcards and fuzzy words over the words of the index.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/matcher.h"
#include "searcher/query/word_source.h"

namespace dateline {

/// True if `pattern` covers the whole of `form`; * stands for any characters, ? for one.
bool matches_pattern(std::string_view pattern, std::string_view form);

/// Letters put in, left out, replaced or swapped with a neighbour to make `a` into `b`; nothing
/// above `most`. The arguments are code points.
std::uint32_t edits_between(std::u32string_view a, std::u32string_view b, std::uint32_t most);

/// What a word with wildcards stands for: the commonest first.
struct Expansion {
    std::vector<std::string> forms;
    std::size_t found = 0;  ///< before the cut
};

/// What of a field is looked through: its words, or its whole values.
enum class Forms { words, values };

/// Asks the index for words and values; reads the whole list of a field once at most.
class Expander {
public:
    explicit Expander(const WordSource& words) : words_(words) {}

    /// The forms of the field that fit a folded pattern, the commonest `most`.
    Expansion fitting(std::string_view field, std::string_view pattern,
                      std::size_t most = most_expansions, Forms forms = Forms::words);

    /// The forms at most `edits` away from the folded word; nearest first, then commonest.
    Expansion similar(std::string_view field, std::string_view word, std::uint32_t edits,
                      Forms forms = Forms::words);

    /// The first most_expansions forms, in byte order, that begin with `text`.
    std::vector<std::string> beginning(std::string_view field, std::string_view text) const;

    /// True if the field has exactly this form.
    bool exists(std::string_view field, std::string_view form) const;

private:
    std::vector<VocabularyWord> known(std::string_view field, std::string_view prefix,
                                      Forms forms) const;
    const std::vector<VocabularyWord>& all(std::string_view field, Forms forms);

    const WordSource& words_;
    std::map<std::pair<std::string, Forms>, std::vector<VocabularyWord>> lists_;
};

}  // namespace dateline
