// SPDX-License-Identifier: GPL-2.0-or-later
// A typed word's stems in archives of several languages, and in whose articles each of them is the
// word: fir is fired in French, but in an English article it is a tree.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/stemmer.h"

namespace dateline {

struct WordStem {
    std::string text;                    ///< without prefix
    std::vector<std::string> languages;  ///< codes: it counts in their articles; none: in all

    auto operator<=>(const WordStem&) const = default;
};

/// Whether a stem of these languages counts in an article of that language; "" is English.
bool counts_in(const std::vector<std::string>& languages, std::string_view article);

class WordStems {
public:
    /// `languages` are those of the archives, English if there are none.
    explicit WordStems(const std::vector<std::string>& languages);

    /// The language of the question, English unless set: its stem counts in all articles.
    void set_language(std::string language) { question_ = std::move(language); }

    /// The stems of a folded form, each once, in the order of the languages.
    std::vector<WordStem> of(std::string_view form);

private:
    struct Language {
        std::string code;
        Stemmer stemmer;
    };
    bool counts_in_all(const std::vector<std::string>& languages) const;

    std::vector<Language> languages_;
    std::string question_ = "en";
};

}  // namespace dateline
